import Tensors

extension DiffusionPipeline {
    /// The embedded model `name`, found beside the binary or in the checkout.
    package static func embedded(
        _ name: String = "phantom", options: SamplerOptions = .init(), on engine: Engine
    ) throws(GenerationError) -> DiffusionPipeline {
        try DiffusionPipeline(.folder(ModelFolder.locate(name)), options: options, on: engine)
    }

    /// Checks that the parts of a model fit together.
    static func check(
        _ configuration: LightningDiTConfiguration, _ autoencoder: Autoencoder, _ text: TextConditioner?,
        label: Int?,
        _ model: DiffusionModel
    ) throws(GenerationError) {
        guard configuration.channels == autoencoder.latentChannels else {
            throw .setting(
                name: "vae",
                expected:
                    "an autoencoder with \(configuration.channels) latent channels, as `\(model.denoiser)`",
                found: "`\(model.autoencoder)` with \(autoencoder.latentChannels)")
        }
        switch configuration.conditioning {
        case .labels(let classes):
            guard let label, (0...classes).contains(label) else {
                throw .setting(
                    name: "label", expected: "0 to \(classes), as `\(model.denoiser)` was trained on classes",
                    found: label.map { "\($0)" } ?? "nothing")
            }
        case .text(let width, _):
            guard let text, text.extent == width else {
                throw .setting(
                    name: "text",
                    expected: "a text tower with vectors of \(width) numbers, as `\(model.denoiser)`",
                    found: text.map { "one of \($0.extent)" } ?? "nothing")
            }
        }
    }

    /// The unconditional half of guidance: the learned vector, or the empty text; nil where no step is guided.
    static func unconditional(
        _ denoiser: LightningDiT, _ sampler: FlowSampler, _ text: TextConditioner?
    ) throws(GenerationError) -> ModulationTable? {
        let times = Array(sampler.times.dropLast())
        guard times.contains(where: { sampler.settings.isGuided(at: $0) }) else { return nil }
        var condition = Condition.none
        if case .text(_, hasNull: false) = denoiser.configuration.conditioning, let text {
            condition = .text(try text.vector(of: ""))
        }
        return try denoiser.modulations(times: times, condition: condition)
    }

    /// Every setting that changes an image, in a fixed order.
    static func identity(
        _ model: DiffusionModel, files: [GeneratorIdentity.File], _ sampling: FlowSettings, size: Int,
        engine: Engine
    ) -> GeneratorIdentity {
        GeneratorIdentity(
            name: model.name, notice: model.notice,
            settings: [
                .init("size", size), .init("steps", sampling.steps), .init("shift", sampling.shift),
                .init("guidance", sampling.guidance), .init("guidance channels", sampling.guidanceChannels),
                .init("interval", sampling.intervalStart),
                .init("label", model.label.map { "\($0)" } ?? "none"),
                .init("text vector", model.textVector.rawValue), .init("cleaning", model.cleaning.rawValue),
                .init("latent multiplier", model.latentMultiplier),
                .init("heads", model.denoiserHints.heads.map { "\($0)" } ?? "from the tensors"),
                .init("rotary", model.denoiserHints.usesRotary.map { "\($0)" } ?? "from the tensors"),
                .init("text heads", model.textHints.heads.map { "\($0)" } ?? "from the tensors"),
                .init("text activation", (model.textHints.activation ?? .quickGelu).rawValue),
                .init("random", RandomStream.generatorName),
            ], files: files, engine: engine.identity)
    }
}
