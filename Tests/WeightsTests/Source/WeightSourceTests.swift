import Tensors
import Testing

@testable import Weights

@Suite("Where networks take weights from")
struct WeightSourceTests {
    private func located(_ names: [String], _ landmark: String) throws -> [String] {
        let parts = names.enumerated().map { SafetensorsBytes.Part.floats($1, [1], [Float($0)]) }
        return try SafetensorsBytes.withFile(SafetensorsBytes.file(parts)) { path in
            let source = try WeightFile.open(path).locating(landmark)
            return try source.names.map { "\($0)=\(Int(try source.tensor($0).values[0]))" }
        }
    }

    @Test(
        "prefixes of training code are stripped",
        arguments: [
            "", "module.", "model.", "transformer.", "first_stage_model.", "module.model.", "ema.module.",
        ])
    func prefixes(prefix: String) throws {
        #expect(
            try located([prefix + "x.weight", prefix + "y.bias"], "x.weight") == ["x.weight=0", "y.bias=1"])
    }

    @Test("the moving average is preferred to the trained copy")
    func average() throws {
        let names = ["model.x.weight", "ema.x.weight", "ema.y.bias", "model.y.bias"]
        #expect(try located(names, "x.weight") == ["x.weight=1", "y.bias=2"])
    }

    @Test("other networks in the same file do not show")
    func others() throws {
        let names = ["loss.x.weight", "first_stage_model.x.weight", "model.z"]
        #expect(try located(names, "x.weight") == ["x.weight=1"])
    }

    @Test("a file without the network is refused with the nearest name")
    func absent() throws {
        #expect(throws: WeightsError.self) { try located(["x.weights"], "x.weight") }
    }
}
