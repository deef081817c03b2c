import Generation
import Provenance
import Semantics
import Synchronization
import Tensors

/// Loads the embedded models, and those whose files a script names. Engines are loaded once.
package final class EmbeddedModels: ModelProvider {
    private let engines = Mutex<[String: Engine]>([:])

    /// Nothing is loaded yet.
    package init() {}

    package func engineName(_ settings: Settings) throws(RunError) -> String? {
        engines.withLock { $0[settings.engine]?.identity.description }
    }

    package func generator(
        of description: GeneratorDescription, settings: Settings, folder: String
    ) throws(RunError) -> any ImageGenerator {
        do {
            switch description.kind {
            case .phantom:
                let style = description.options.text("style").flatMap { PhantomStyle(rawValue: $0) }
                return try PhantomGenerator(
                    size: description.options.integer("size") ?? 128, style: style ?? .isic)
            case .phantomDiT:
                return try DiffusionPipeline.embedded(
                    options: Self.sampling(description.options), on: try engine(settings))
            case .lightningDiT:
                return try DiffusionPipeline(
                    try Self.model(description, folder: folder), options: Self.sampling(description.options),
                    size: description.options.integer("size"), on: try engine(settings))
            }
        } catch let error as GenerationError {
            throw .generation(error)
        } catch let error as RunError {
            throw error
        } catch {
            throw .model("\(error)")
        }
    }

    package func judge(
        of classifier: ClassifierDescription, settings: Settings, folder: String
    ) throws(RunError) -> any ImageJudge {
        throw .unsupported("the classifier `\(classifier.name)`")
    }

    /// The engine that a setting chooses.
    private func engine(_ settings: Settings) throws(RunError) -> Engine {
        if let engine = engines.withLock({ $0[settings.engine] }) { return engine }
        do {
            let engine = try Engine.load(EngineChoice(rawValue: settings.engine) ?? .auto)
            engines.withLock { $0[settings.engine] = engine }
            return engine
        } catch {
            throw .engine(error)
        }
    }

    /// The files of `lightningdit("FILE")`, from the script's folder.
    private static func model(
        _ description: GeneratorDescription, folder: String
    ) throws(GenerationError) -> DiffusionModel {
        func file(_ option: String) -> String? {
            description.options.text(option).map { HostFile.path($0, from: folder) }
        }
        guard let weights = description.weights, let autoencoder = file("vae") else {
            throw .setting(name: "vae", expected: "the autoencoder's weights", found: "nothing")
        }
        return try .lightningDiT(
            HostFile.path(weights, from: folder), autoencoder: autoencoder, text: file("text"),
            statistics: file("stats"))
    }

    /// What a script says about sampling; what it leaves out is the model's.
    private static func sampling(_ options: ResolvedOptions) -> SamplerOptions {
        func written(_ name: String) -> Value? {
            options[name].flatMap { $0.isDefault ? nil : $0.values.first }
        }
        let channels = written("channels")?.asText.map { $0 == "all" ? GuidanceChannels.all : .first(3) }
        return SamplerOptions(
            steps: written("steps")?.asInteger, shift: written("shift")?.asDouble,
            guidance: written("guidance")?.asDouble, guidanceChannels: channels,
            intervalStart: written("interval")?.asDouble)
    }
}
