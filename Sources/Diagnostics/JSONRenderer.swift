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
        JSONText.object([
            ("code", JSONText.string(diagnostic.code.description)),
            ("severity", JSONText.string(diagnostic.severity.rawValue)),
            ("file", JSONText.string(source.name)),
            ("span", span(diagnostic.primary.span, in: source)),
            ("message", JSONText.string(diagnostic.message)),
            ("label", JSONText.string(diagnostic.primary.text)),
            ("labels", JSONText.array(diagnostic.secondary.map { label($0, in: source) })),
            ("notes", JSONText.array(diagnostic.notes.map(JSONText.string))),
            ("help", JSONText.array(diagnostic.helps.map(JSONText.string))),
            ("edits", JSONText.array(diagnostic.edits.map { edit($0, in: source) })),
        ])
    }

    private func label(_ label: Label, in source: Source) -> String {
        JSONText.object([("span", span(label.span, in: source)), ("text", JSONText.string(label.text))])
    }

    private func edit(_ edit: Edit, in source: Source) -> String {
        JSONText.object([
            ("span", span(edit.span, in: source)), ("replacement", JSONText.string(edit.replacement)),
            ("applicability", JSONText.string(edit.applicability.rawValue)),
        ])
    }

    private func span(_ span: SourceSpan, in source: Source) -> String {
        JSONText.object([("start", place(span.start, in: source)), ("end", place(span.end, in: source))])
    }

    private func place(_ offset: Int, in source: Source) -> String {
        let position = source.position(of: offset)
        return JSONText.object([
            ("byte", "\(offset)"), ("line", "\(position.line)"), ("column", "\(position.column)"),
        ])
    }
}
