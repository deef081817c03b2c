import Foundation
import Tensors
import Testing
import Weights

@testable import Classification

/// Models that Keras wrote, against what Keras gives (made by make_models.py).
@Suite("Keras models run as their files describe them")
struct KerasNetworkTests {
    private let engine: Engine

    init() throws {
        engine = try Engine.load()
    }

    private struct Expectation: Decodable {
        let inputs: [[Int]]
        let output: [Float]
    }

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Models")

    private static func expectation(_ name: String) throws -> Expectation {
        let data = try Data(contentsOf: folder.appending(path: "expected.json"))
        return try #require(JSONDecoder().decode([String: Expectation].self, from: data)[name])
    }

    private func network(_ file: String, output: String? = nil) throws -> KerasNetwork {
        let file = try WeightFile.open(Self.folder.appending(path: file).path)
        return try KerasNetwork(#require(file.keras), from: file, output: output, on: engine)
    }

    /// Numbers of -1 to 1 that depend on their place only.
    private static func ramp(_ shape: [Int]) -> Tensor {
        Tensor(shape: shape, values: (0..<shape.reduce(1, *)).map { Float($0 * 37 % 101) / 50 - 1 })
    }

    @Test(
        "every kind of layer gives what Keras gives", arguments: ["plain", "gated", "nested"],
        ["keras", "h5"])
    func models(name: String, format: String) throws {
        let expected = try Self.expectation(name)
        let network = try network("\(name).\(format)")
        #expect(network.inputs.map(\.shape) == expected.inputs)
        let found = try network(expected.inputs.map(Self.ramp)).values
        #expect(found.count == expected.output.count)
        for (value, wanted) in zip(found, expected.output) { #expect(abs(value - wanted) < 2e-6) }
    }

    @Test("a named layer ends the network, in a nested model too")
    func layers() throws {
        let whole = try network("nested.keras")
        let inputs = whole.inputs.map { Self.ramp($0.shape) }
        let pooled = try network("nested.keras", output: "backbone")
        #expect(pooled.outputShape == [5])
        let inner = try network("nested.keras", output: "backbone/norm")
        #expect(inner.outputShape == [8, 8, 5])
        let clipped = try inner(inputs).applying(.relu).values.map { min($0, 4) }
        let means = Tensor(shape: [8, 8, 5], values: clipped).globalAverage().values
        for (value, wanted) in zip(try pooled(inputs).values, means) { #expect(abs(value - wanted) < 1e-6) }
    }

    @Test("a layer that is not there is refused with the nearest name")
    func unknownLayer() throws {
        let error = #expect(throws: ClassificationError.self) {
            try network("nested.keras", output: "backbone/nrm")
        }
        #expect(error?.description.contains("`backbone/norm`") == true)
    }
}
