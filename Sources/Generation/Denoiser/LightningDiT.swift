import Tensors
import Weights

/// The velocity network of Yao, Yang & Wang, "Reconstruction vs. Generation" (CVPR 2025), with all its switches.
///
/// It works on one image: its arithmetic cannot depend on what is computed beside it.
package struct LightningDiT: Sendable {
    package let configuration: LightningDiTConfiguration

    private let patchEmbedding: Linear
    private let positions: Tensor
    private let timestep: TimestepEmbedder
    private let condition: ConditionEmbedder
    private let blocks: [DiTBlock]
    private let finalNorm: TokenNorm
    private let finalModulation: Linear
    private let finalLinear: Linear

    /// Loads the network; `source` may have prefixes before the published tensor names.
    package init(
        from source: any WeightSource, hints: LightningDiTConfiguration.Hints = .init(), on engine: Engine
    ) throws(GenerationError) {
        let located: RenamedWeights
        do {
            located = try source.locating("x_embedder.proj.weight")
            configuration = try LightningDiTConfiguration(of: located, hints: hints)
        } catch { throw .weights(error) }
        let layers = LayerLoader(located, engine)
        let width = configuration.width
        patchEmbedding = try Self.patchEmbedding(layers, configuration)
        positions = try Self.positions(layers, configuration)
        timestep = try TimestepEmbedder(layers, width: width)
        condition = try ConditionEmbedder(from: located, width: width, on: engine)
        let rotary = try Self.rotary(layers, configuration)
        var blocks: [DiTBlock] = []
        for index in 0..<configuration.depth {
            blocks.append(try DiTBlock(layers, index: index, configuration, rotary: rotary))
        }
        self.blocks = blocks
        finalNorm = try DiTBlock.norm(layers, "final_layer.norm_final", configuration)
        finalModulation = try layers.linear(
            "final_layer.adaLN_modulation.1", inputs: width, outputs: 2 * width)
        let outputs = configuration.patch * configuration.patch * configuration.outputChannels
        finalLinear = try layers.linear("final_layer.linear", inputs: width, outputs: outputs)
    }

    /// The modulation of every block at each of `times`, for all images of one condition.
    package func modulations(
        times: [Float], condition: Condition
    ) throws(GenerationError) -> ModulationTable {
        var c = timestep(times)
        c.addRow(try self.condition(condition))
        c.apply(.silu)
        return ModulationTable(blocks: blocks.map { $0.modulation(c) }, final: finalModulation(c))
    }

    /// The velocity of latent `x` at time `step` of `table`.
    ///
    /// - Parameter x: `[side, side, channels]`.
    /// - Returns: the same extents.
    package func velocity(
        of x: Tensor, _ table: ModulationTable, step: Int
    ) throws(GenerationError) -> Tensor {
        let side = configuration.latentSide
        precondition(
            x.shape == [side, side, configuration.channels], "a latent of \(side) x \(side), found \(x.shape)"
        )
        let width = configuration.width
        var h = patchEmbedding(Patches.cut(x, patch: configuration.patch))
        h.add(positions)
        for (index, block) in blocks.enumerated() {
            h = block(h, modulation(table, block: index, step: step))
            guard h.firstNonFinite == nil else {
                throw .notFinite(network: "LightningDiT", place: "block \(index)", step: step)
            }
        }
        let normalised = finalNorm(h).modulated(
            scale: table.finalVector(1, step: step, width: width),
            shift: table.finalVector(0, step: step, width: width))
        let output = finalLinear(normalised)
        guard output.firstNonFinite == nil else {
            throw .notFinite(network: "LightningDiT", place: "the final layer", step: step)
        }
        return Patches.join(
            output, patch: configuration.patch, grid: configuration.grid, channels: configuration.channels)
    }

    /// The published orders: shift, scale, gate, twice; or scale, gate, twice.
    private func modulation(_ table: ModulationTable, block: Int, step: Int) -> DiTBlock.Modulation {
        let parts = (0..<configuration.modulationParts).map {
            table.vector($0, block: block, step: step, width: configuration.width)
        }
        guard configuration.withoutShift else {
            return DiTBlock.Modulation(
                attentionShift: parts[0], attentionScale: parts[1], attentionGate: parts[2],
                feedForwardShift: parts[3], feedForwardScale: parts[4], feedForwardGate: parts[5])
        }
        return DiTBlock.Modulation(
            attentionShift: nil, attentionScale: parts[0], attentionGate: parts[1], feedForwardShift: nil,
            feedForwardScale: parts[2], feedForwardGate: parts[3])
    }

    private static func patchEmbedding(
        _ layers: LayerLoader, _ configuration: LightningDiTConfiguration
    ) throws(GenerationError) -> Linear {
        let (width, channels, patch) = (configuration.width, configuration.channels, configuration.patch)
        let weight = try layers.tensor("x_embedder.proj.weight", [width, channels, patch, patch])
        let bias = try layers.tensor("x_embedder.proj.bias", [width])
        return try layers.linear(weight: weight.reshaped([width, channels * patch * patch]), bias: bias)
    }

    /// The stored table where there is one, else the formula.
    private static func positions(
        _ layers: LayerLoader, _ configuration: LightningDiTConfiguration
    ) throws(GenerationError) -> Tensor {
        let (width, tokens) = (configuration.width, configuration.tokens)
        guard layers.has("pos_embed") else {
            return PositionTables.absolute(width: width, grid: configuration.grid)
        }
        return try layers.tensor("pos_embed", [1, tokens, width]).reshaped([tokens, width])
    }

    /// The stored tables where there are any, else the formula.
    private static func rotary(
        _ layers: LayerLoader, _ configuration: LightningDiTConfiguration
    ) throws(GenerationError) -> Rotary? {
        guard configuration.usesRotary else { return nil }
        let headWidth = configuration.width / configuration.heads
        guard layers.has("feat_rope.freqs_cos") else {
            let tables = PositionTables.rotary(headWidth: headWidth, grid: configuration.grid)
            return Rotary(cosines: tables.cosines, sines: tables.sines)
        }
        let shape = [configuration.tokens, headWidth]
        return Rotary(
            cosines: try layers.tensor("feat_rope.freqs_cos", shape),
            sines: try layers.tensor("feat_rope.freqs_sin", shape))
    }
}
