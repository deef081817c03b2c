import Diagnostics
import Syntax

/// Whole lines of a script with the statements that end in them: statements share a chunk only where they share a line.
///
/// A chunk begins behind the lines of the one before it, so that comments and what could not be read belong to what follows.
struct ScriptChunk {
    /// The bytes of the lines.
    let range: Range<Int>
    /// The places of the statements in the script.
    let statements: Range<Int>

    /// The chunks of a script, in order. Lines behind the last statement belong to none.
    static func all(of script: Script) -> [ScriptChunk] {
        let (statements, source) = (script.statements, script.lexed.source)
        var chunks: [ScriptChunk] = []
        chunks.reserveCapacity(statements.count)
        var (start, next, line) = (0, 0, 0)
        while next < statements.count {
            let first = next
            var end = start
            repeat {
                end = lineEnd(behind: statements[next].span.end - 1, in: source, from: &line)
                next += 1
            } while next < statements.count && statements[next].span.start < end
            chunks.append(ScriptChunk(range: start..<end, statements: first..<next))
            start = end
        }
        return chunks
    }

    /// The offset behind the line that holds a byte.
    ///
    /// - Parameter line: a line that is not below it, counted from 0; moved on.
    private static func lineEnd(behind offset: Int, in source: Source, from line: inout Int) -> Int {
        let starts = source.lineStarts
        while line + 1 < starts.count, starts[line + 1] <= offset { line += 1 }
        return line + 1 < starts.count ? starts[line + 1] : source.bytes.count
    }
}
