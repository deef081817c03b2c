/// Writes diagnostics for programs: one JSON object a line, keys in a fixed order.
public struct JSONRenderer: Sendable {
    /// Makes a renderer.
    public init() {}

    /// All diagnostics, a line each.
    public func render(_ diagnostics: [Diagnostic], in source: Source) -> String {
        diagnostics.map { render($0, in: source) + "\n" }.joined()
    }

    /// One diagnostic on one line, without a line break.
    public func render(_ diagnostic: Diagnostic, in source: Source) -> String {
        object([
            ("code", string(diagnostic.code.description)),
            ("severity", string(diagnostic.severity.rawValue)),
            ("file", string(source.name)),
            ("span", span(diagnostic.primary.span, in: source)),
            ("message", string(diagnostic.message)),
            ("label", string(diagnostic.primary.text)),
            ("labels", array(diagnostic.secondary.map { label($0, in: source) })),
            ("notes", array(diagnostic.notes.map(string))),
            ("help", array(diagnostic.helps.map(string))),
            ("edits", array(diagnostic.edits.map { edit($0, in: source) })),
        ])
    }

    private func label(_ label: Label, in source: Source) -> String {
        object([("span", span(label.span, in: source)), ("text", string(label.text))])
    }

    private func edit(_ edit: Edit, in source: Source) -> String {
        object([
            ("span", span(edit.span, in: source)), ("replacement", string(edit.replacement)),
            ("applicability", string(edit.applicability.rawValue)),
        ])
    }

    private func span(_ span: SourceSpan, in source: Source) -> String {
        object([("start", place(span.start, in: source)), ("end", place(span.end, in: source))])
    }

    private func place(_ offset: Int, in source: Source) -> String {
        let position = source.position(of: offset)
        return object([("byte", "\(offset)"), ("line", "\(position.line)"), ("column", "\(position.column)")])
    }

    private func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(string($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }

    private func array(_ items: [String]) -> String {
        "[" + items.joined(separator: ",") + "]"
    }

    /// A JSON string (RFC 8259, section 7).
    private func string(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default:
                if scalar.value < 0x20 {
                    let digits = String(scalar.value, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                } else {
                    result.unicodeScalars.append(scalar)
                }
            }
        }
        return result + "\""
    }
}
