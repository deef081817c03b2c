import Diagnostics

/// A JSON value, written in one way only: sorted keys, shortest round-trip numbers, UTF-8, line feeds.
package enum JSONValue: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// A string, or null.
    package static func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A number, or null; JSON has no infinity and no NaN, so these are null too.
    package static func optional(_ number: Double?) -> JSONValue { number.map { .number($0) } ?? .null }

    /// An array of strings.
    package static func strings(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    /// The canonical text, indented by two spaces a level and ended by a line feed.
    package var text: String {
        var text = ""
        write(to: &text, indent: 0)
        return text + "\n"
    }

    private func write(to text: inout String, indent: Int) {
        switch self {
        case .null: text += "null"
        case .bool(let value): text += value ? "true" : "false"
        case .integer(let value): text += String(value)
        case .number(let value): text += value.isFinite ? "\(value)" : "null"
        case .string(let value): text += JSONText.string(value)
        case .array(let values):
            Self.write(values.map { (nil, $0) }, brackets: ("[", "]"), to: &text, indent: indent)
        case .object(let values):
            let members = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
            Self.write(members.map { ($0.key, $0.value) }, brackets: ("{", "}"), to: &text, indent: indent)
        }
    }

    private static func write(
        _ members: [(key: String?, value: JSONValue)], brackets: (String, String), to text: inout String,
        indent: Int
    ) {
        text += brackets.0
        for (index, member) in members.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + String(repeating: " ", count: indent + 2)
            if let key = member.key {
                text += JSONText.string(key) + ": "
            }
            member.value.write(to: &text, indent: indent + 2)
        }
        if !members.isEmpty { text += "\n" + String(repeating: " ", count: indent) }
        text += brackets.1
    }
}
