import Foundation

/// As much of JSON Schema (draft 2020-12) as the published schema of reports uses.
struct JSONSchema {
    private let root: [String: Any]

    private init(root: [String: Any]) {
        self.root = root
    }

    /// A schema as text.
    init(text: String) throws {
        root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any] ?? [:]
    }

    /// The published schema.
    static func published() throws -> JSONSchema {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "docs/schema/report-1.schema.json"))
        return JSONSchema(root: try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:])
    }

    /// What is wrong with a document, a line for each fault.
    func faults(in text: String) throws -> [String] {
        faults(try JSONSerialization.jsonObject(with: Data(text.utf8)), root, at: "$")
    }

    private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        if let reference = schema["$ref"] as? String {
            let name = reference.replacing("#/$defs/", with: "")
            guard let definition = (root["$defs"] as? [String: Any])?[name] as? [String: Any] else {
                return ["\(path): no definition `\(name)`"]
            }
            return faults(value, definition, at: path)
        }
        var faults = mismatches(value, schema, at: path)
        if let members = value as? [String: Any] { faults += self.faults(members: members, schema, at: path) }
        if let items = value as? [Any], let item = schema["items"] as? [String: Any] {
            faults += items.enumerated().flatMap { self.faults($1, item, at: "\(path)[\($0)]") }
        }
        return faults
    }

    /// Faults of the value itself: its type, its choices, its range.
    private func mismatches(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
        var faults: [String] = []
        let types = schema["type"] as? [String] ?? (schema["type"] as? String).map { [$0] } ?? []
        if !types.isEmpty, !types.contains(where: { Self.matches(value, $0) }) {
            faults.append("\(path): no \(types.joined(separator: " or "))")
        }
        let choices = schema["enum"] as? [Any] ?? schema["const"].map { [$0] } ?? []
        if !choices.isEmpty, !choices.contains(where: { ($0 as? NSObject) == (value as? NSObject) }) {
            faults.append("\(path): not among the choices")
        }
        if let number = value as? Double {
            if let least = schema["minimum"] as? Double, number < least {
                faults.append("\(path): below \(least)")
            }
            if let most = schema["maximum"] as? Double, number > most {
                faults.append("\(path): above \(most)")
            }
        }
        return faults
    }

    private func faults(members: [String: Any], _ schema: [String: Any], at path: String) -> [String] {
        let known = schema["properties"] as? [String: [String: Any]] ?? [:]
        let required = schema["required"] as? [String] ?? []
        let missing = required.filter { members[$0] == nil }.map { "\(path): no `\($0)`" }
        let isClosed = schema["additionalProperties"] as? Bool == false
        let unknown =
            isClosed ? members.keys.filter { known[$0] == nil }.map { "\(path): unknown `\($0)`" } : []
        return missing + unknown.sorted()
            + members.sorted { $0.key < $1.key }.flatMap { key, value in
                known[key].map { faults(value, $0, at: "\(path).\(key)") } ?? []
            }
    }

    private static func matches(_ value: Any, _ type: String) -> Bool {
        switch type {
        case "null": value is NSNull
        case "string": value is String
        case "array": value is [Any]
        case "object": value is [String: Any]
        case "boolean": value is Bool
        case "integer": (value as? Double).map { $0 == $0.rounded() } ?? false
        default: value is Double
        }
    }
}
