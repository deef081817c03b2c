import Diagnostics

extension Analysis {
    /// The changes that findings in a part of the text propose, and all safe ones at once.
    ///
    /// - Parameter kinds: the kinds that are wanted; nil for all.
    func codeActions(in range: TextRange, kinds: [String]?) -> [CodeAction] {
        var actions: [CodeAction] = []
        if wants(CodeAction.quickFix, kinds) { actions += quickFixes(touching: text.span(of: range)) }
        if wants(CodeAction.fixAll, kinds), let all = allSafeEdits { actions.append(all) }
        return actions
    }

    /// Whether a kind is wanted: itself, or a wider one such as `source`.
    private func wants(_ kind: String, _ kinds: [String]?) -> Bool {
        kinds?.contains { kind == $0 || kind.hasPrefix($0 + ".") || $0.isEmpty } ?? true
    }

    private func quickFixes(touching span: SourceSpan) -> [CodeAction] {
        result.diagnostics.filter { touches($0.primary.span, span) }.flatMap { diagnostic in
            diagnostic.edits.map { edit in
                CodeAction(
                    title: title(edit), kind: CodeAction.quickFix, diagnostics: [published(diagnostic)],
                    isPreferred: edit.applicability == .safe, edit: workspaceEdit([edit]))
            }
        }
    }

    /// Whether two spans share a byte or an edge. A finding about the whole script stands at its first byte.
    private func touches(_ one: SourceSpan, _ other: SourceSpan) -> Bool {
        one.start <= other.end && other.start <= one.end
    }

    /// Every safe edit that no other safe one overlaps; nil where there is none.
    private var allSafeEdits: CodeAction? {
        var edits: [Edit] = []
        let safe = result.diagnostics.flatMap(\.edits).filter { $0.applicability == .safe }
        for edit in safe.sorted(by: { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) })
        where edits.last.map({ $0.span.end <= edit.span.start && $0 != edit }) ?? true {
            edits.append(edit)
        }
        guard !edits.isEmpty else { return nil }
        let mended = result.diagnostics.filter { !edits.filter($0.edits.contains).isEmpty }
        return CodeAction(
            title: edits.count == 1 ? title(edits[0]) : "make all \(edits.count) safe changes",
            kind: CodeAction.fixAll, diagnostics: mended.map(published), isPreferred: false,
            edit: workspaceEdit(edits))
    }

    private func workspaceEdit(_ edits: [Edit]) -> WorkspaceEdit {
        let changes = edits.map { TextEdit(range: text.range(of: $0.span), newText: $0.replacement) }
        return WorkspaceEdit(changes: [uri: changes])
    }

    /// What an edit does, on one line.
    private func title(_ edit: Edit) -> String {
        let old = Self.shown(source.text(of: edit.span))
        let new = Self.shown(edit.replacement)
        if edit.span.start == edit.span.end { return "insert `\(new)`" }
        return edit.replacement.isEmpty ? "remove `\(old)`" : "write `\(new)` for `\(old)`"
    }

    private static func shown(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count > 40 ? line.prefix(39) + "..." : line
    }
}
