import Diagnostics

/// A name that gets another one in a script.
struct NameChange: Sendable {
    /// The name that it has.
    let old: String
    /// The name that it gets.
    let new: String
    /// The places where it stands, in order.
    let uses: [SourceSpan]

    /// The places in the changed text.
    var moved: [SourceSpan] {
        let grown = new.utf8.count - old.utf8.count
        return uses.enumerated().map { number, use in
            SourceSpan(use.start + number * grown, use.end + (number + 1) * grown)
        }
    }

    /// Where the place stands in the changed text at which the name is bound; nil where it is no such place.
    func moved(_ binding: SourceSpan) -> SourceSpan? {
        uses.firstIndex(of: binding).map { moved[$0] }
    }

    /// The changed script; no two places share a byte.
    func applied(to source: Source) -> Source {
        source.applying(uses.map { Edit($0, new) }) ?? source
    }

    /// The changes as an editor makes them.
    func edits(in text: TextLines) -> [TextEdit] {
        guard old != new else { return [] }
        return uses.map { TextEdit(range: text.range(of: $0), newText: new) }
    }
}
