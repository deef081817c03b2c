import Reporting

extension FileInspection {
    /// The inspection for programs: every tensor is listed.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "path": .string(path), "format": .string(format.rawValue), "bytes": .integer(bytes),
            "sha256": .string("\(digest)"), "tensors": .array(entries.map(Self.json)),
            "elements": .object(
                Dictionary(uniqueKeysWithValues: elements.map { ($0.type.rawValue, .integer($0.count)) })),
            "prefix": .string(wrapper), "architecture": .optional(architecture),
            "role": .optional(guess?.role?.rawValue), "outputs": guess?.outputs.map { .integer($0) } ?? .null,
            "needs": .strings(needs), "notes": .strings(notes),
        ]
        if let keras {
            members["keras"] = .object([
                "version": .optional(keras.version), "has_configuration": .bool(keras.configuration != nil),
                "layers": .array(
                    keras.layers.map { layer in
                        .object(["path": .string(layer.path), "weights": .strings(layer.weights)])
                    }),
            ])
        }
        return .object(members)
    }

    private static func json(_ entry: Entry) -> JSONValue {
        .object([
            "name": .string(entry.name), "dtype": .string(entry.type.rawValue),
            "shape": .array(entry.shape.map { .integer($0) }),
        ])
    }
}
