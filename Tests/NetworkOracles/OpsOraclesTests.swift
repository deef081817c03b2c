import Tensors
import Testing

@Suite("Single layers against PyTorch in double precision")
struct OpsOraclesTests {
    /// Functions of the oracle that are known not to be expressible; none today.
    private static let skipped: Set<String> = []

    @Test("all 53 layers are there")
    func present() {
        #expect(OpsOracle.all.count == 53)
    }

    @Test("each layer is within its tolerance", arguments: [EngineChoice.openblas, .onednn], OpsOracle.all)
    func layer(choice: EngineChoice, oracle: OpsOracle) throws {
        guard !Self.skipped.contains(oracle.function) else { return }
        let result = try #require(
            try oracle.computed(on: .load(choice)), "unknown function \(oracle.function)")
        let expected = try OracleValues(path: "ops/ops.safetensors").values(oracle.op)
        try #require(result.count == oracle.output.shape.reduce(1, *) && result.count == expected.count)
        let worst = zip(result.values, expected).map { abs(Double($0) - $1) }.max() ?? .infinity
        #expect(worst <= oracle.output.tolerance, "worst difference \(worst)")
    }
}
