import Tensors

/// From an image `[H, W, 3]` to the moments of its latent (va-vae.md, section 4).
struct ImageEncoder: Sendable {
    private let input: Convolution2D
    /// From the highest resolution to the lowest.
    private let stages: [ResolutionStage]
    private let downsamplers: [Convolution2D]
    private let middle: MiddleStage
    private let norm: GroupNorm
    private let output: Convolution2D
    private let quantisation: Linear?
    private let latentChannels: Int

    init(_ layers: LayerLoader, latentChannels: Int) throws(GenerationError) {
        self.latentChannels = latentChannels
        var channels = try layers.shape("encoder.conv_in.weight", rank: 4)[0]
        input = try layers.convolution("encoder.conv_in", inputs: 3, outputs: channels, padding: Padding(1))
        var stages: [ResolutionStage] = []
        var downsamplers: [Convolution2D] = []
        while layers.hasAny(under: "encoder.down.\(stages.count).") {
            let name = "encoder.down.\(stages.count)"
            let stage = try ResolutionStage(layers, name, inputs: channels)
            channels = stage.outputs
            stages.append(stage)
            guard layers.hasAny(under: "\(name).downsample.") else { continue }
            downsamplers.append(
                try layers.convolution(
                    "\(name).downsample.conv", inputs: channels, outputs: channels, stride: 2,
                    padding: Padding(top: 0, left: 0, bottom: 1, right: 1)))
        }
        self.stages = stages
        self.downsamplers = downsamplers
        middle = try MiddleStage(layers, "encoder.mid", channels: channels)
        norm = try layers.groupNorm("encoder.norm_out", channels: channels)
        output = try layers.convolution(
            "encoder.conv_out", inputs: channels, outputs: 2 * latentChannels, padding: Padding(1))
        quantisation =
            layers.hasAny(under: "quant_conv.")
            ? try layers.linear("quant_conv", inputs: 2 * latentChannels, outputs: 2 * latentChannels) : nil
    }

    /// - Parameter image: `[H, W, 3]` in -1...1; H and W are multiples of the scale.
    /// - Returns: mean and logarithm of the variance (clamped to -30...20), each `[h, w, latentChannels]`.
    func callAsFunction(_ image: Tensor) -> (mean: Tensor, logVariance: Tensor) {
        var x = input(image)
        for (index, stage) in stages.enumerated() {
            x = stage(x)
            if index < downsamplers.count { x = downsamplers[index](x) }
        }
        let raw = output(norm(middle(x), activation: .silu))
        let moments = quantisation.map { $0(raw) } ?? raw
        var logVariance = moments.columns(latentChannels..<2 * latentChannels)
        logVariance.withUnsafeMutableBuffer { values in
            for index in values.indices { values[index] = min(max(values[index], -30), 20) }
        }
        return (moments.columns(0..<latentChannels), logVariance)
    }
}
