import Foundation

/// The outline of a Keras model's configuration: its class, and how many layers of which class it has, nested models
/// included.
struct KerasOutline: Equatable {
    /// A layer or model of a configuration.
    private struct Part: Decodable {
        struct Settings: Decodable {
            let name: String?
            let layers: [Part]?

            private enum CodingKeys: String, CodingKey { case name, layers }

            /// The classes are read; anything else that a configuration may hold is passed over.
            init(from decoder: any Decoder) throws {
                let values = try decoder.container(keyedBy: CodingKeys.self)
                name = try? values.decode(String.self, forKey: .name)
                layers = try? values.decode([Part].self, forKey: .layers)
            }
        }

        let kind: String
        let settings: Settings?

        private enum CodingKeys: String, CodingKey {
            case kind = "class_name"
            case settings = "config"
        }
    }

    /// The model's class and name.
    let title: String
    /// The layers of each class, most frequent first.
    let layers: [(kind: String, count: Int)]

    static func == (first: KerasOutline, second: KerasOutline) -> Bool {
        first.title == second.title && first.layers.elementsEqual(second.layers, by: ==)
    }

    /// Reads JSON text; nil when it is no model's configuration.
    init?(json: String) {
        guard let model = try? JSONDecoder().decode(Part.self, from: Data(json.utf8)) else { return nil }
        title = model.kind + (model.settings?.name.map { " `\($0)`" } ?? "")
        var counts: [String: Int] = [:]
        var pending = model.settings?.layers ?? []
        while let part = pending.popLast() {
            counts[part.kind, default: 0] += 1
            pending += part.settings?.layers ?? []
        }
        layers = counts.map { (kind: $0.key, count: $0.value) }
            .sorted { ($1.count, $0.kind) < ($0.count, $1.kind) }
    }
}
