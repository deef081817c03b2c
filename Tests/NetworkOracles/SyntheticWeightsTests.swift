import OracleSupport
import Tensors
import Testing

@Suite("Synthetic weights")
struct SyntheticWeightsTests {
    @Test(
        "the formula gives the printed examples",
        arguments: [
            (
                "blocks.0.attn.qkv.weight", [3456, 1152], "matrix", 0,
                [0x3cc3_5c17, 0xbc25_b47f, 0xbd45_2f94]
            ),
            ("features.0.bias", [64], "bias", 7, [0x3c1e_dfba, 0xbc8b_03e3, 0x3d40_7745]),
            ("input/x", [2, 4, 8, 8], "noise", 1, [0x3fae_d371, 0x3f25_f189, 0x3e6c_5505]),
        ] as [(String, [Int], String, Int, [UInt32])])
    func examples(name: String, shape: [Int], kind: String, seed: Int, bits: [UInt32]) {
        let values = SyntheticWeights.tensor(name, shape: shape, kind: kind, seed: seed).values
        #expect([values[0], values[1], values[values.count - 1]].map(\.bitPattern) == bits)
    }
}
