import Classification
import Foundation
import Images
import Tensors
import Testing
import Weights

@Suite struct ClassifierTests {
    /// A folder with the example's manifest, changed as asked for, and its weights.
    private func folder(_ old: String = "", _ new: String = "") throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("zoo-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        let json =
            old.isEmpty ? ManifestExample.json : ManifestExample.json.replacingOccurrences(of: old, with: new)
        try Data(json.utf8).write(to: url.appendingPathComponent("melanet.json"))
        try WeightTable.vgg().safetensors().write(to: url.appendingPathComponent("example.safetensors"))
        return url
    }

    private func classifier(_ old: String = "", _ new: String = "") throws -> Classifier {
        let url = try folder(old, new)
        defer { try? FileManager.default.removeItem(at: url) }
        return try Classifier.load(
            manifest: url.appendingPathComponent("melanet.json").path, on: Engine.load(.openblas))
    }

    private let image = RGBImage(
        width: 16, height: 8, pixels: (0..<384).map { (index: Int) -> UInt8 in UInt8(index * 5 % 256) })

    @Test("probabilities are the softmax of the network's scores")
    func probabilities() throws {
        let found = try classifier().probabilities(of: image)
        let input = Preprocessor(try ManifestExample.manifest())(image)
        let scores = try NaiveVGG(.vgg()).scores(of: input)
        let expected = 1 / (1 + exp(Double(scores[0] - scores[1])))
        #expect(abs(Double(found[1]) - expected) < 1e-6)
        #expect(abs(found[0] + found[1] - 1) < 1e-6)
    }

    @Test("a sigmoid takes each score alone")
    func sigmoid() throws {
        let found = try classifier("\"softmax\"", "\"sigmoid\"").probabilities(of: image)
        let scores = try NaiveVGG(.vgg()).scores(of: Preprocessor(try ManifestExample.manifest())(image))
        let expected = scores.map { (score: Float) -> Double in 1 / (1 + exp(-Double(score))) }
        let worst = zip(found, expected).map { (pair: (Float, Double)) -> Double in
            abs(Double(pair.0) - pair.1)
        }.max()
        #expect(worst ?? .infinity < 1e-6)
    }

    @Test("the same files have the same identity, a changed manifest another")
    func identity() throws {
        let first = try classifier().identity
        #expect(try classifier().identity == first)
        let changed = try classifier("\"threshold\": 0.5", "\"threshold\": 0.6").identity
        #expect(changed.weights == first.weights)
        #expect(changed.digest != first.digest)
    }

    @Test("scores and classes must be as many")
    func classes() {
        #expect(throws: ClassificationError.self) {
            try classifier("\"nevus\", \"melanoma\"", "\"nevus\", \"melanoma\", \"other\"")
        }
    }

    @Test("an input too small for the network is an error")
    func small() {
        #expect(throws: ClassificationError.self) { try classifier("\"width\": 8", "\"width\": 3") }
    }

    @Test("missing weights are an error that names the file")
    func missing() {
        #expect {
            try classifier("example.safetensors", "other.safetensors")
        } throws: { error in
            "\(error)".contains("other.safetensors")
        }
    }

    @Test("the zoo finds a classifier by its paper's name")
    func zoo() throws {
        let url = try folder()
        defer { try? FileManager.default.removeItem(at: url) }
        let zoo = Zoo(folder: url.path)
        #expect(try zoo.manifest(of: "MelaNet").name == "Example")
        #expect(try zoo.classifier("MelaNet", on: Engine.load(.openblas)).manifest.positiveIndex == 1)
        #expect(throws: ClassificationError.unknownName(name: "Melanet", known: Zoo.names)) {
            try zoo.classifier("Melanet", on: Engine.load(.openblas))
        }
    }
}
