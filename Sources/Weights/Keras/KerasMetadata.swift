import Foundation

/// The keys of a `.keras` archive's `metadata.json`.
struct KerasMetadata: Decodable {
    /// The version of Keras that wrote it.
    let version: String?

    private enum CodingKeys: String, CodingKey {
        case version = "keras_version"
    }

    /// Reads JSON text; nil when it is none.
    init?(json: String) {
        guard let value = try? JSONDecoder().decode(KerasMetadata.self, from: Data(json.utf8)) else {
            return nil
        }
        self = value
    }
}
