import Generation
import Hashing
import Images
import Reporting
import Semantics
import Tensors

extension DiffusionPipeline: ImageGenerator {
    package var digest: SHA256 { identity.digest }

    package func facts(name: String) -> ModelFacts {
        ModelFacts(
            name: name, isPhantom: identity.notice != nil,
            settings: identity.settings.map { ModelFacts.Setting(name: $0.name, value: $0.value) },
            weights: identity.files.map {
                ModelFacts.Weights(role: $0.role, sha256: $0.digest.description)
            })
    }

    package func image(of cell: Cell, stream: RandomStream) throws(GenerationError) -> RGBImage {
        try image(prompt: cell.prompt, stream: stream)
    }
}
