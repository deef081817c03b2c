import Tensors
import Testing
import Weights

@testable import Generation

@Suite("LightningDiT")
struct LightningDiTTests {
    private let hints = LightningDiTConfiguration.Hints(heads: 4, usesRotary: true, latentSide: 4)

    private func network(_ weights: MapWeights) throws -> LightningDiT {
        try LightningDiT(from: weights, hints: hints, on: Engine.load(.openblas))
    }

    @Test("the configuration is read off the tensors")
    func configuration() throws {
        let found = try LightningDiTConfiguration(
            of: MapWeights(shapes: TinyLightningDiT.shapes()), hints: hints)
        #expect(
            found.width == 48 && found.depth == 2 && found.heads == 4 && found.channels == 8
                && found.patch == 1)
        #expect(
            found.usesSwiGLU && found.usesRotary && found.usesRMSNorm && !found.withoutShift
                && !found.learnsSigma)
        #expect(found.queryKeyNorm == .none && found.hidden == 128 && found.grid == 4)
        #expect(found.conditioning == .labels(classes: 5))
    }

    @Test(
        "the published sizes have heads of 72 in XL and of 64 elsewhere",
        arguments: [
            (1152, 16), (768, 12), (1024, 16), (1536, 24), (1792, 28),
        ])
    func heads(width: Int, expected: Int) throws {
        let shapes = [
            "x_embedder.proj.weight": [width, 32, 1, 1], "blocks.0.attn.qkv.weight": [3 * width, width],
            "blocks.0.mlp.w12.weight": [2 * width, width], "final_layer.linear.weight": [32, width],
            "pos_embed": [1, 256, width], "y_embedder.embedding_table.weight": [1001, width],
        ]
        #expect(try LightningDiTConfiguration(of: MapWeights(shapes: shapes)).heads == expected)
    }

    @Test("a missing tensor is named", arguments: TinyLightningDiT.shapes().keys.sorted())
    func missing(name: String) throws {
        var weights = MapWeights(shapes: TinyLightningDiT.shapes())
        weights.shapes[name] = nil
        #expect(throws: GenerationError.self) { try network(weights) }
    }

    @Test("a tensor of another shape is named with both shapes")
    func wrongShape() throws {
        var weights = MapWeights(shapes: TinyLightningDiT.shapes())
        weights.shapes["blocks.1.attn.proj.weight"] = [48, 47]
        let expected = WeightsError.wrongShape(
            path: "map", tensor: "blocks.1.attn.proj.weight", expected: [48, 48], found: [48, 47])
        #expect(throws: GenerationError.weights(expected)) { try network(weights) }
    }

    @Test("a block that computes infinity is named with its step")
    func notFinite() throws {
        var weights = MapWeights(shapes: TinyLightningDiT.shapes())
        weights.constants["blocks.1.mlp.w3.bias"] = .greatestFiniteMagnitude
        weights.constants["blocks.1.adaLN_modulation.1.bias"] = 1000
        let network = try network(weights)
        let table = try network.modulations(times: [0, 0.5], condition: .label(1))
        #expect(throws: GenerationError.notFinite(network: "LightningDiT", place: "block 1", step: 1)) {
            try network.velocity(of: Tensor(repeating: 1, shape: [4, 4, 8]), table, step: 1)
        }
    }

    @Test("a label outside the table is refused", arguments: [-1, 6])
    func label(_ label: Int) throws {
        let network = try network(MapWeights(shapes: TinyLightningDiT.shapes()))
        #expect(throws: GenerationError.self) {
            try network.modulations(times: [0], condition: .label(label))
        }
    }

    @Test("no condition is the last row of the table")
    func unconditional() throws {
        let network = try network(MapWeights(shapes: TinyLightningDiT.shapes()))
        let none = try network.modulations(times: [0.3], condition: .none)
        let last = try network.modulations(times: [0.3], condition: .label(5))
        #expect(none.final.values == last.final.values)
    }

    @Test("a null vector stands before `proj` and behind `text_proj`", arguments: ["proj", "text_proj"])
    func nullVector(name: String) throws {
        var weights = MapWeights(shapes: TinyLightningDiT.shapes())
        weights.shapes["y_embedder.embedding_table.weight"] = nil
        weights.shapes["y_embedder.\(name).weight"] = [48, 10]
        weights.shapes["y_embedder.\(name).bias"] = [48]
        weights.shapes["y_embedder.null_embedding"] = [name == "proj" ? 10 : 48]
        let network = try network(weights)
        #expect(network.configuration.conditioning == .text(width: 10, hasNull: true))
        let null = try weights.tensor("y_embedder.null_embedding")
        let none = try network.modulations(times: [0.3], condition: .none).final.values
        if name == "proj" {
            #expect(try network.modulations(times: [0.3], condition: .text(null)).final.values == none)
        } else {
            #expect(throws: GenerationError.self) {
                try network.modulations(times: [0.3], condition: .text(null))
            }
        }
    }

    @Test("position tables have the values of the specification")
    func positions() {
        let table = PositionTables.absolute(width: 1152, grid: 16)
        let (first, below) = (table.rows(1..<2).values, table.rows(16..<17).values)
        #expect(abs(first[0] - 0.841471) < 1e-6 && abs(first[288] - 0.540302) < 1e-6 && first[576] == 0)
        #expect(below[0] == 0 && abs(below[576] - 0.841471) < 1e-6)
        let (cosines, sines) = PositionTables.rotary(headWidth: 72, grid: 16)
        let corner = cosines.rows(17..<18).values
        #expect(abs(corner[0] - 0.5403) < 1e-4 && corner[0] == corner[1] && abs(corner[2] - 0.8256) < 1e-4)
        #expect(sines.rows(1..<2).values[0] == 0 && abs(sines.rows(1..<2).values[36] - 0.8415) < 1e-4)
    }

    @Test("waves of a time have the values of the specification")
    func waves() {
        let waves = TimestepEmbedder.waves([0.5]).values
        let expected: [(Int, Float)] = [
            (0, 0.8776), (1, 0.8937), (2, 0.9077), (128, 0.4794), (129, 0.4487), (130, 0.4196),
        ]
        for (index, value) in expected { #expect(abs(waves[index] - value) < 1e-4) }
    }

    @Test("joining the cut patches gives the latent back")
    func patches() {
        let x = Tensor(shape: [4, 4, 3], values: (0..<48).map(Float.init))
        let cut = Patches.cut(x, patch: 2)
        #expect(cut.shape == [4, 12])
        #expect(Array(cut.values[..<4]) == [0, 3, 12, 15], "channel 0 of the first patch")
        // Patches are cut with the channel slowest and joined with the channel fastest.
        let turned = (0..<4).map { cut.rows($0..<$0 + 1).reshaped([3, 4]).transposed().reshaped([1, 12]) }
        let joined = Patches.join(Tensor.concatenatingRows(turned), patch: 2, grid: 2, channels: 3)
        #expect(joined.values == x.values)
    }
}
