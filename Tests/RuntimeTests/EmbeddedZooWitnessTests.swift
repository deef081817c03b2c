import Classification
import Foundation
import Generation
import Images
import Tensors
import Testing

/// The zoo on the renders that the training recipe measured it on: two readers of the same files.
@Suite("The embedded classifiers beside PyTorch")
struct EmbeddedZooWitnessTests {
    /// What truth_zoo.json keeps of the recipe's run.
    private struct Truth: Decodable {
        let witnesses: Witnesses

        struct Witnesses: Decodable {
            let seed: UInt64
            let melanoma: [String: [Double]]
        }
    }

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "stdlib/models/phantom")

    @Test(
        "each gives the probabilities that PyTorch gave", arguments: Zoo.names,
        [EngineChoice.openblas, .onednn])
    func agrees(name: String, choice: EngineChoice) throws {
        let data = try Data(contentsOf: Self.folder.appending(path: "truth_zoo.json"))
        let witnesses = try JSONDecoder().decode(Truth.self, from: data).witnesses
        let expected = try #require(witnesses.melanoma[name])
        let classifier = try Zoo(folder: Self.folder.path).classifier(name, on: Engine.load(choice))
        let renders = PhantomSet(design: PhantomDesign(), size: 128, style: .isic, seed: witnesses.seed)
        for (place, probability) in expected.enumerated() {
            let found = try classifier.probabilities(of: renders.rendering(at: place).image)
            #expect(abs(Double(found[1]) - probability) < 1e-3, "render \(place)")
        }
    }
}
