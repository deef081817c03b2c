import Images
import Tensors
import Weights

/// From a prompt to an image: text tower, velocity network and sampler, autoencoder.
package struct DiffusionPipeline: Sendable {
    /// What determines the images.
    package let identity: GeneratorIdentity
    /// The wording of prompts, with attributes in braces, or nil when the model does not say.
    package let promptTemplate: String?
    /// How images are sampled, after a script's options.
    package var sampling: FlowSettings { sampler.settings }
    /// Rows and columns of an image.
    package var imageSize: Int { denoiser.configuration.latentSide * autoencoder.scale }

    private let engine: Engine
    private let denoiser: LightningDiT
    private let autoencoder: Autoencoder
    private let text: TextConditioner?
    private let label: Int?
    private let statistics: LatentStatistics?
    private let sampler: FlowSampler
    /// The unconditional half of guidance, the same for all prompts; nil where no step is guided.
    private let unconditional: ModulationTable?
    private let cache = ModulationCache()

    /// Reads all weights of `model`.
    ///
    /// - Parameters:
    ///   - options: what a script says about sampling.
    ///   - size: the side of the image that a script asks for; the network makes one size only.
    package init(
        _ model: DiffusionModel, options: SamplerOptions = .init(), size: Int? = nil, on engine: Engine
    ) throws(GenerationError) {
        self.engine = engine
        sampler = try FlowSampler(options.completed(by: model.sampling))
        let files = try ModelWeights(model)
        denoiser = try LightningDiT(from: files.denoiser, hints: model.denoiserHints, on: engine)
        let autoencoder = try Autoencoder(from: files.autoencoder, on: engine)
        self.autoencoder = autoencoder
        text = try files.text.map { weights throws(GenerationError) in
            try TextConditioner(weights, model, on: engine)
        }
        statistics = try files.statistics.map { weights throws(GenerationError) in
            try LatentStatistics(
                from: weights, channels: autoencoder.latentChannels, multiplier: Float(model.latentMultiplier)
            )
        }
        label = model.label
        promptTemplate = model.promptTemplate
        try Self.check(denoiser.configuration, autoencoder, text, label: label, model)
        let side = denoiser.configuration.latentSide * autoencoder.scale
        guard size == nil || size == side else {
            throw .setting(
                name: "size", expected: "\(side), the size the network was trained for", found: "\(size ?? 0)"
            )
        }
        unconditional = try Self.unconditional(denoiser, sampler, text)
        identity = Self.identity(model, files: files.digests, sampler.settings, size: side, engine: engine)
    }

    /// Makes one image, which depends on the pipeline, the prompt and the stream only.
    ///
    /// - Parameters:
    ///   - prompt: what to show, such as "melanoma, male, age 30, skin type II".
    ///   - stream: the image's own stream.
    ///   - afterStep: told how many steps of how many are done; may throw `.cancelled` to stop. The task's
    ///     cancellation is noticed without it.
    package func image(
        prompt: String, stream: RandomStream,
        afterStep: (_ done: Int, _ total: Int) throws(GenerationError) -> Void = {
            _, _ throws(GenerationError) in
        }
    ) throws(GenerationError) -> RGBImage {
        var stream = stream
        return try image(prompt: prompt, noise: noise(&stream), afterStep: afterStep)
    }

    /// Makes one image from a given start.
    ///
    /// - Parameter noise: standard normal, `[side, side, channels]` of the latent.
    package func image(
        prompt: String, noise: Tensor,
        afterStep: (_ done: Int, _ total: Int) throws(GenerationError) -> Void = {
            _, _ throws(GenerationError) in
        }
    ) throws(GenerationError) -> RGBImage {
        let conditional = try conditionalTable(prompt)
        let (network, unconditional) = (denoiser, unconditional)
        let total = sampler.stepCount
        let sample = try sampler.sample(from: noise, on: engine) { x, step, half throws(GenerationError) in
            guard half == .unconditional else { return try network.velocity(of: x, conditional, step: step) }
            guard let unconditional else { preconditionFailure("a guided step has an unconditional table") }
            return try network.velocity(of: x, unconditional, step: step)
        } afterStep: { step, _ throws(GenerationError) in
            guard !Task.isCancelled else { throw .cancelled }
            try afterStep(step + 1, total)
        }
        let latent = statistics.map { $0.denormalised(sample) } ?? sample
        return Autoencoder.pixels(of: try autoencoder.decode(latent))
    }

    /// Standard normal noise for one latent, drawn channel by channel, each row by row.
    package func noise(_ stream: inout RandomStream) -> Tensor {
        let configuration = denoiser.configuration
        let (side, channels) = (configuration.latentSide, configuration.channels)
        let values = (0..<channels * side * side).map { _ in Float(stream.nextNormal()) }
        return Tensor(shape: [channels, side, side], values: values).channelsLast()
    }

    private func conditionalTable(_ prompt: String) throws(GenerationError) -> ModulationTable {
        let times = Array(sampler.times.dropLast())
        return try cache.table(for: text == nil ? "" : prompt) { () throws(GenerationError) in
            let condition: Condition =
                try text.map { text throws(GenerationError) in .text(try text.vector(of: prompt)) }
                ?? .label(label ?? 0)
            return try denoiser.modulations(times: times, condition: condition)
        }
    }
}
