import Foundation
import Images
import Tensors
import Testing
import Weights

@testable import Classification

@Suite("A classifier that its Keras file describes")
struct KerasClassifierTests {
    private static let models = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Models")

    /// Loads `nested.keras`, an image of 10 x 10 pixels and four numbers of a patient, by a manifest.
    private func classifier(
        input: String = #"{"width": 10, "height": 10}"#, fixed: String = #"{"patient": 0.5}"#
    ) throws -> Classifier {
        let folder = FileManager.default.temporaryDirectory.appending(path: "keras-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(
            at: Self.models.appending(path: "nested.keras"), to: folder.appending(path: "nested.keras"))
        let manifest = """
            {"name": "nested", "format": "keras", "weights": "nested.keras", "graph": "keras", "input": \(input),
             "resize": {"mode": "stretch", "kernel": "bilinear", "on": "f32"}, "scale": {"divide": 255},
             "fixed_inputs": \(fixed), "activation": "none", "classes": ["a", "b", "c", "d", "e", "f", "g", "melanoma"],
             "melanoma_index": 7}
            """
        let path = folder.appending(path: "nested.json")
        try Data(manifest.utf8).write(to: path)
        return try Classifier.load(manifest: path.path, on: Engine.load())
    }

    private let grey = RGBImage(width: 10, height: 10, pixels: [UInt8](repeating: 51, count: 300))

    @Test("the image goes into the input with three channels, the manifest's numbers into the others")
    func probabilities() throws {
        let file = try WeightFile.open(Self.models.appending(path: "nested.keras").path)
        let network = try KerasNetwork(#require(file.keras), from: file, on: Engine.load())
        let image = Tensor(repeating: 51 / 255, shape: [10, 10, 3])
        let expected = try network([image, Tensor(repeating: 0.5, shape: [4])]).values
        let found = try classifier().probabilities(of: grey)
        #expect(found == expected)
        #expect(abs(found.reduce(0, +) - 1) < 1e-5)
        let spelled = try classifier(fixed: #"{"patient": [0.5, 0.5, 0.5, 0.5]}"#).probabilities(of: grey)
        #expect(spelled == expected)
        let other = try classifier(fixed: #"{"patient": -0.5}"#).probabilities(of: grey)
        #expect(other != found)
    }

    @Test(
        "a manifest that does not fit its file is refused",
        arguments: [
            (#"{"width": 10, "height": 10}"#, "{}", "`patient`"),
            (#"{"width": 10, "height": 10}"#, #"{"patient": 0, "aux": 1}"#, "`aux`"),
            (#"{"width": 10, "height": 10}"#, #"{"patient": [1, 2]}"#, "1 or 4 numbers"),
            (#"{"width": 12, "height": 10}"#, #"{"patient": 0}"#, "[10, 10, 3]"),
        ])
    func refused(input: String, fixed: String, expected: String) throws {
        let error = #expect(throws: ClassificationError.self) { try classifier(input: input, fixed: fixed) }
        #expect(error?.description.contains(expected) == true, "\(String(describing: error))")
    }
}
