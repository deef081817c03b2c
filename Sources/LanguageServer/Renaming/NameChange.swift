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

    /// The changed text.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        for use in uses.reversed() { bytes.replaceSubrange(use.start..<use.end, with: new.utf8) }
        return bytes
    }

    /// The changes as an editor makes them.
    func edits(in text: TextLines) -> [TextEdit] {
        guard old != new else { return [] }
        return uses.map { TextEdit(range: text.range(of: $0), newText: new) }
    }
}
