import Classification
import Generation
import Provenance
import Semantics
import Synchronization
import Tensors
import Weights

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
            case .phantomDiT, .lightningDiT:
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
        let engine = try engine(settings)
        do {
            let loaded = try Self.load(classifier, folder: folder, on: engine)
            return ClassifierJudge(
                loaded, name: classifier.name, engine: engine.identity, metadata: classifier.metadata)
        } catch let error as ClassificationError {
            throw .classification(error)
        } catch let error as GenerationError {
            throw .generation(error)
        } catch {
            throw .model("\(error)")
        }
    }

    package func cost(
        of description: GeneratorDescription, threads: Int, folder: String
    ) throws(RunError) -> GeneratorCost {
        do {
            let model = try Self.model(description, folder: folder)
            let settings = Self.sampling(description.options).completed(by: model.sampling)
            return try CheckpointCost(model).cost(settings, threads: threads)
        } catch let error as GenerationError {
            throw .generation(error)
        } catch let error as WeightsError {
            throw .weights(error)
        } catch {
            throw .model("\(error)")
        }
    }

    /// Products of 512 x 512 matrices for a twentieth of a second.
    package func operationsPerSecond(_ settings: Settings) throws(RunError) -> Double {
        let engine = try engine(settings)
        let matrix = Tensor(shape: [512, 512], values: (0..<512 * 512).map { Float($0 % 7) - 3 })
        let clock = ContinuousClock()
        _ = engine.product(matrix, matrix)
        let start = clock.now
        var count = 0
        while start.duration(to: clock.now) < .milliseconds(50) {
            _ = engine.product(matrix, matrix)
            count += 1
        }
        return Double(count) * 2 * 512 * 512 * 512 / (start.duration(to: clock.now) / .seconds(1))
    }

    /// The classifier that a script describes: by its statement, by a manifest's file, or of the zoo.
    private static func load(
        _ classifier: ClassifierDescription, folder: String, on engine: Engine
    ) throws -> Classifier {
        switch classifier.origin {
        case .embedded(let name):
            return try Zoo(folder: try ModelFolder.locate("phantom")).classifier(name, on: engine)
        case .manifest(let path):
            return try Classifier.load(manifest: HostFile.path(path, from: folder), on: engine)
        case .network(_, let weights):
            guard let text = ManifestText(classifier) else { throw RunError.unknownName(classifier.name) }
            return try Classifier.load(
                text: text.data, named: classifier.name,
                weights: weights.map { HostFile.path($0, from: folder) }, on: engine)
        }
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

    /// The files of a network: the embedded one's, or those of `lightningdit("FILE")`, from the script's folder.
    private static func model(
        _ description: GeneratorDescription, folder: String
    ) throws(GenerationError) -> DiffusionModel {
        if description.kind == .phantomDiT { return try .folder(ModelFolder.locate("phantom")) }
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

    /// What a script, or the catalogue for it, says about sampling.
    private static func sampling(_ options: ResolvedOptions) -> SamplerOptions {
        SamplerOptions(
            steps: options.integer("steps"), shift: options.number("shift"),
            guidance: options.number("guidance"),
            guidanceChannels: options.text("channels").map { $0 == "all" ? GuidanceChannels.all : .first(3) },
            intervalStart: options.number("interval"))
    }
}
