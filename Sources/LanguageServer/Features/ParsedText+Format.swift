import Diagnostics
import Syntax

extension ParsedText {
    /// The changes that give the document its one form; none where it has it, or where errors hide its meaning.
    ///
    /// Lines at the beginning and the end that stay as they are, are not touched, so that cursors keep their places.
    ///
    /// - Parameter memory: the statements that were formatted before; taken note of for the next time.
    func formatting(knowing memory: inout FormattedStatements) -> [TextEdit] {
        guard let formatted = Formatter.format(script, knowing: &memory) else { return [] }
        let (old, new) = (text.bytes, Array(formatted.utf8))
        guard old != new else { return [] }
        var same = zip(old, new).prefix { $0 == $1 }.count
        while same > 0, old[same - 1] != 0x0A { same -= 1 }
        let most = min(old.count, new.count) - same
        var tail = zip(old.reversed(), new.reversed()).prefix { $0 == $1 }.count
        tail = min(tail, most)
        while tail > 0, old[old.count - tail - 1] != 0x0A { tail -= 1 }
        let change = SourceSpan(same, old.count - tail)
        return [
            TextEdit(
                range: text.range(of: change),
                newText: String(decoding: new[same..<(new.count - tail)], as: UTF8.self))
        ]
    }
}
