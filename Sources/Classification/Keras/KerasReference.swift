/// One result of one call of a layer: `[name, node, tensor]` in a configuration.
struct KerasReference: Hashable, Sendable {
    let layer: String
    /// The call, counted from 0.
    let node: Int
    /// The result, counted from 0; the layers here have one each, nested models several.
    let tensor: Int

    /// The references in `value` in their order: lists of Keras 1 and 2, `__keras_tensor__` objects of Keras 3, either
    /// nested in lists and objects.
    static func all(in value: KerasValue) -> [KerasReference] {
        switch value {
        case .list(let values):
            if values.count >= 3, let name = values[0].text, let node = values[1].integer,
                let tensor = values[2].integer
            {
                return [KerasReference(layer: name, node: node, tensor: tensor)]
            }
            return values.flatMap(all)
        case .object(let members):
            let history = members["config"]?["keras_history"] ?? .null
            if members["class_name"]?.text == "__keras_tensor__" { return all(in: history) }
            return members.keys.sorted().flatMap { all(in: members[$0] ?? .null) }
        default: return []
        }
    }
}
