import Classification
import Foundation
import Images
import Tensors
import Testing

@Suite struct EmbeddedZooTests {
    /// The folder of the embedded models in the repository.
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
            "stdlib/models/phantom"
        ).path

    @Test("each classifier of the zoo loads and gives probabilities", arguments: Zoo.names)
    func loads(name: String) throws {
        let classifier = try Zoo(folder: Self.folder).classifier(name, on: Engine.load(.openblas))
        let pixels = (0..<(96 * 80 * 3)).map { (index: Int) -> UInt8 in UInt8(index / 29 % 256) }
        let found = try classifier.probabilities(of: RGBImage(width: 96, height: 80, pixels: pixels))
        #expect(found.count == 2)
        #expect(abs(found[0] + found[1] - 1) < 1e-5)
        #expect(found.allSatisfy { (0...1).contains($0) })
    }

    @Test("each classifier says that its weights are phantoms", arguments: Zoo.names)
    func notice(name: String) throws {
        let notice = try #require(try Zoo(folder: Self.folder).manifest(of: name).notice)
        #expect(notice.contains("phantom"))
    }
}
