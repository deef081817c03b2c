import Tensors

/// From a latent `[h, w, z]` to an image `[H, W, 3]` (va-vae.md, section 3).
struct LatentDecoder: Sendable {
    /// Channels of the latent.
    let latentChannels: Int
    /// How much larger the image's sides are.
    let scale: Int
    private let postQuantisation: Linear?
    private let input: Convolution2D
    private let middle: MiddleStage
    /// From the lowest resolution to the highest.
    private let stages: [ResolutionStage]
    private let upsamplers: [Convolution2D]
    private let norm: GroupNorm
    private let output: Convolution2D

    init(_ layers: LayerLoader) throws(GenerationError) {
        let shape = try layers.shape("decoder.conv_in.weight", rank: 4)
        var channels = shape[0]
        latentChannels = shape[1]
        postQuantisation =
            layers.hasAny(under: "post_quant_conv.")
            ? try layers.linear("post_quant_conv", inputs: latentChannels, outputs: latentChannels) : nil
        input = try layers.convolution(
            "decoder.conv_in", inputs: latentChannels, outputs: channels, padding: Padding(1))
        middle = try MiddleStage(layers, "decoder.mid", channels: channels)
        var levels = 1
        while layers.hasAny(under: "decoder.up.\(levels).") { levels += 1 }
        scale = 1 << (levels - 1)
        var stages: [ResolutionStage] = []
        var upsamplers: [Convolution2D] = []
        for level in (0..<levels).reversed() {
            let stage = try ResolutionStage(layers, "decoder.up.\(level)", inputs: channels)
            channels = stage.outputs
            stages.append(stage)
            guard level > 0 else { continue }
            upsamplers.append(
                try layers.convolution(
                    "decoder.up.\(level).upsample.conv", inputs: channels, outputs: channels,
                    padding: Padding(1)))
        }
        self.stages = stages
        self.upsamplers = upsamplers
        norm = try layers.groupNorm("decoder.norm_out", channels: channels)
        output = try layers.convolution("decoder.conv_out", inputs: channels, outputs: 3, padding: Padding(1))
    }

    /// - Parameter z: `[h, w, latentChannels]`, not normalised.
    /// - Returns: `[h * scale, w * scale, 3]`, nominally in -1...1.
    func callAsFunction(_ z: Tensor) throws(GenerationError) -> Tensor {
        var x = middle(input(postQuantisation.map { $0(z) } ?? z))
        for (index, stage) in stages.enumerated() {
            x = stage(x)
            if index < upsamplers.count { x = upsamplers[index](x.upsampledNearest2x()) }
            guard x.firstNonFinite == nil else {
                throw .notFinite(
                    network: "autoencoder", place: "decoder level \(stages.count - 1 - index)", step: nil)
            }
        }
        return output(norm(x, activation: .silu))
    }
}
