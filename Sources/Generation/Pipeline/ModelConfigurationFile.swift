import Foundation
import Tensors

/// The keys of a `config.json` that tensors cannot tell: of a LightningDiT folder, a CLIP folder, an embedded model.
struct ModelConfigurationFile: Decodable {
    /// Longest configuration accepted, in bytes.
    private static let longest = 1 << 20

    /// A part of an embedded model.
    struct Part: Decodable {
        let weights: String
    }

    /// The text part of an embedded model.
    struct Text: Decodable {
        let weights: String
        let merges: String
        let heads: Int?
        let activation: String?
        let vector: String?

        private enum CodingKeys: String, CodingKey {
            case weights, merges, heads, vector
            case activation = "hidden_act"
        }
    }

    /// The nested part of a CLIP configuration that describes the text tower.
    struct TextTower: Decodable {
        let heads: Int?
        let activation: String?

        private enum CodingKeys: String, CodingKey {
            case heads = "num_attention_heads"
            case activation = "hidden_act"
        }
    }

    let name: String?
    let notice: String?
    let imageSize: Int?
    let promptTemplate: String?
    let latentMultiplier: Double?
    let denoiser: Part?
    let autoencoder: Part?
    let statistics: Part?
    let text: Text?
    let sampling: SamplingConfiguration?
    private let heads: Int?
    private let usesRotary: Bool?
    private let inputSize: Int?
    private let tower: TextTower?
    private let attentionHeads: Int?
    private let hiddenActivation: String?

    private enum CodingKeys: String, CodingKey {
        case name, notice, autoencoder, text, tower = "text_config"
        case imageSize = "image_size"
        case promptTemplate = "prompt"
        case latentMultiplier = "latent_multiplier"
        case denoiser = "dit"
        case statistics = "latents_stats"
        case sampling = "sampler"
        case heads = "num_heads"
        case usesRotary = "use_rope"
        case inputSize = "input_size"
        case attentionHeads = "num_attention_heads"
        case hiddenActivation = "hidden_act"
    }

    /// What the velocity network's tensors do not tell.
    var denoiserHints: LightningDiTConfiguration.Hints {
        .init(heads: heads, usesRotary: usesRotary, latentSide: inputSize)
    }

    /// The heads of the text tower.
    var textHeads: Int? { text?.heads ?? tower?.heads ?? attentionHeads }

    /// The activation of the text tower, by its name in the configuration.
    func activation(path: String) throws(GenerationError) -> Activation? {
        guard let name = text?.activation ?? tower?.activation ?? hiddenActivation else { return nil }
        switch name {
        case "quick_gelu": return .quickGelu
        case "gelu": return .gelu
        case "gelu_new", "gelu_pytorch_tanh": return .geluTanh
        default:
            throw .malformed(
                path: path, place: "`hidden_act`", expected: "quick_gelu, gelu or gelu_pytorch_tanh",
                found: "`\(name.prefix(40))`")
        }
    }

    /// Reads the file at `path`.
    static func read(_ path: String) throws(GenerationError) -> ModelConfigurationFile {
        let data = try TextFile.bytes(at: path, limit: longest)
        do {
            return try JSONDecoder().decode(ModelConfigurationFile.self, from: data)
        } catch let error as DecodingError {
            throw .malformed(
                path: path, place: error.place, expected: "a model's configuration", found: error.reason)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }

    /// Reads the file at `path`, or nothing when there is none.
    static func read(ifThereIsOneAt path: String) throws(GenerationError) -> ModelConfigurationFile? {
        FileManager.default.fileExists(atPath: path) ? try read(path) : nil
    }
}

extension DecodingError {
    private var context: Context {
        switch self {
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .keyNotFound(_, let context),
            .dataCorrupted(let context):
            context
        @unknown default: Context(codingPath: [], debugDescription: "something else")
        }
    }

    /// The key at which decoding stopped.
    fileprivate var place: String {
        let keys = context.codingPath.map(\.stringValue).joined(separator: ".")
        return keys.isEmpty ? "the text" : "`\(keys)`"
    }

    /// What was found there.
    fileprivate var reason: String { String(context.debugDescription.prefix(200)) }
}
