import Foundation
import Images
import Tensors
import Testing
import Weights

@testable import Classification

@Suite("An ONNX model in ONNX Runtime")
struct ONNXNetworkTests {
    static let models = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Models")
    private static let isHere = (try? ONNXRuntimeLibrary()) != nil
    private static let absent: Comment =
        "needs ONNX Runtime: `python3 -m pip install onnxruntime`, or DERMAUDIT_ONNXRUNTIME=LIBRARY"

    /// What ONNX Runtime gave in Python for `levels`.
    private struct Expected: Decodable {
        let first, scores, features: [Float]
    }

    private static func expected() throws -> Expected {
        try JSONDecoder().decode(
            Expected.self, from: Data(contentsOf: models.appending(path: "expected.json")))
    }

    /// The image of make_models.py.
    private static let levels = RGBImage(
        width: 8, height: 8, pixels: (0..<192).map { UInt8($0 * 37 % 256) })

    /// Loads a model of Models/ by a manifest of which fields are replaced.
    private static func classifier(_ name: String, _ changes: [String: any Sendable] = [:]) throws
        -> Classifier
    {
        var fields: [String: Any] = [
            "name": "m", "format": "onnx", "weights": name, "graph": "onnx",
            "input": ["width": 8, "height": 8], "scale": ["divide": 255], "activation": "none",
            "resize": ["mode": "stretch", "kernel": "bilinear", "on": "f32"],
            "classes": ["nevus", "melanoma"],
            "positive": "melanoma", "threshold": 0.5,
        ]
        for (key, value) in changes { fields[key] = value }
        return try Classifier.load(
            text: JSONSerialization.data(withJSONObject: fields), named: "m.json",
            weights: [models.appending(path: name).path], on: Engine.load())
    }

    private static func expect(_ found: [Float], _ wanted: [Float]) {
        #expect(found.count == wanted.count)
        for (one, other) in zip(found, wanted) { #expect(abs(one - other) <= 2e-6 * max(1, abs(other))) }
    }

    private static let others: [String: any Sendable] = [
        "fixed_inputs": ["patient": 0.5, "site": 2], "head": "scores",
    ]

    @Test("channels first, a fixed batch of one", .enabled(if: isHere, absent))
    func channelsFirst() throws {
        let classifier = try Self.classifier("first.onnx")
        Self.expect(try classifier.probabilities(of: Self.levels), try Self.expected().first)
        #expect(classifier.identity.runtime?.hasPrefix("ONNX Runtime 1.") == true)
    }

    @Test("channels last, open extents, other inputs, a named output", .enabled(if: isHere, absent))
    func channelsLast() throws {
        let scores = try Self.classifier("last.onnx", Self.others)
        Self.expect(try scores.probabilities(of: Self.levels), try Self.expected().scores)
        let named = Self.others.merging(["head": "features", "classes": ["a", "b", "c", "melanoma"]]) { $1 }
        let features = try Self.classifier("last.onnx", named)
        Self.expect(try features.probabilities(of: Self.levels), try Self.expected().features)
    }

    @Test("weights in a file beside the model", .enabled(if: isHere, absent))
    func external() throws {
        let classifier = try Self.classifier("outside.onnx")
        Self.expect(try classifier.probabilities(of: Self.levels), try Self.expected().first)
        let alone = try ONNXModel.open(Self.models.appending(path: "first.onnx").path).digest
        #expect(classifier.identity.weights != alone)
    }

    @Test("one model on four threads at once gives what it gives on one", .enabled(if: isHere, absent))
    func threads() async throws {
        let classifier = try Self.classifier("first.onnx")
        let alone = try classifier.probabilities(of: Self.levels)
        let found = try await withThrowingTaskGroup(of: [Float].self) { group in
            for _ in 0..<4 { group.addTask { try classifier.probabilities(of: Self.levels) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(found == [[Float]](repeating: alone, count: 4))
    }

    @Test(
        "what does not fit is refused in words", .enabled(if: isHere, absent),
        arguments: [
            ("first.onnx", ["input": ["width": 9, "height": 8]], "8 x 8, as the model says"),
            ("first.onnx", ["classes": ["a", "b", "melanoma"]], "expected 2"),
            ("first.onnx", ["fixed_inputs": ["meta": 1]], "`meta`"),
            (
                "first.onnx",
                ["input": ["width": 8, "height": 8, "layout": "nhwc"] as [String: any Sendable]],
                "[1, 3, 8, 8]"
            ),
            ("last.onnx", ["head": "scores"], "a number for input `patient`"),
            ("last.onnx", ["fixed_inputs": ["patient": 0, "site": 0]], "`scores`, `features`"),
            ("batch4.onnx", [:], "of 4 images"),
            ("opset99.onnx", [:], "refuses"),
            ("shapes.onnx", [:], "refuses"),
            ("parent.onnx", [:], "outside the model's folder"),
            ("root.onnx", [:], "outside the model's folder"),
        ] as [(String, [String: any Sendable], String)])
    func refused(name: String, changes: [String: any Sendable], expected: String) throws {
        let error = #expect(throws: ClassificationError.self) {
            try Self.classifier(name, changes)
        }
        let text = "\(error.map(\.description) ?? "none")"
        #expect(text.contains(expected), "\(text)")
        #expect(!text.contains("/onnxruntime/core"))
    }

    @Test("a library that is named and not there is asked for by the one command that gets it")
    func noLibrary() {
        let error = #expect(throws: ClassificationError.self) {
            try ONNXRuntimeLibrary(environment: [ONNXRuntimeLibrary.variable: "/nowhere/libonnxruntime.so"])
        }
        #expect(error?.description.contains("python3 -m pip install onnxruntime") == true)
        #expect(error?.description.contains("/nowhere/libonnxruntime.so") == true)
    }

    @Test("a library that is no ONNX Runtime is refused")
    func otherLibrary() {
        let error = #expect(throws: ClassificationError.self) {
            try ONNXRuntimeLibrary(environment: [ONNXRuntimeLibrary.variable: "libz.so.1"])
        }
        #expect(error?.description.contains("is no ONNX Runtime") == true)
    }
}
