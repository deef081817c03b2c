import Diagnostics
import Syntax

extension ParsedText {
    /// The lines that an editor may fold: statements and brackets over several lines, and runs of comments.
    var foldingRanges: [FoldingRange] {
        var ranges = Set(
            script.statements.flatMap(\.nested).compactMap { fold($0.span) } + bracketFolds + commentFolds)
        // A bracket that ends on the line of its statement folds no other lines.
        ranges = ranges.filter { range in !ranges.contains { $0 != range && $0.hides(sameAs: range) } }
        return ranges.sorted { ($0.startLine, $0.endLine) < ($1.startLine, $1.endLine) }
    }

    private func fold(_ span: SourceSpan, kind: String? = nil) -> FoldingRange? {
        let (first, last) = (text.line(of: span.start), text.line(of: max(span.start, span.end - 1)))
        return last > first ? FoldingRange(startLine: first, endLine: last, kind: kind) : nil
    }

    private var bracketFolds: [FoldingRange] {
        var open: [Token] = []
        var folds: [FoldingRange] = []
        for token in script.lexed.tokens {
            switch token.kind {
            case .mark(.leftBrace), .mark(.leftBracket), .mark(.leftParenthesis): open.append(token)
            case .mark(.rightBrace), .mark(.rightBracket), .mark(.rightParenthesis):
                guard let opening = open.popLast() else { continue }
                folds += [fold(opening.span.union(token.span))].compactMap { $0 }
            default: continue
            }
        }
        return folds
    }

    /// Runs of lines that are comments and nothing else.
    private var commentFolds: [FoldingRange] {
        var folds: [FoldingRange] = []
        for index in script.lexed.tokens.indices {
            var run: ClosedRange<Int>?
            for line in commentLines(script.lexed.trivia(before: index)) {
                if let current = run, line == current.upperBound + 1 {
                    run = current.lowerBound...line
                } else {
                    folds += [run].compactMap { $0.flatMap(Self.commentFold) }
                    run = line...line
                }
            }
            folds += [run].compactMap { $0.flatMap(Self.commentFold) }
        }
        return folds
    }

    private static func commentFold(_ lines: ClosedRange<Int>) -> FoldingRange? {
        lines.count > 1
            ? FoldingRange(startLine: lines.lowerBound, endLine: lines.upperBound, kind: "comment") : nil
    }

    /// The lines of a run of trivia that begin with `#`.
    private func commentLines(_ trivia: Range<Int>) -> [Int] {
        var lines: [Int] = []
        var beginsLine = trivia.lowerBound == 0
        var offset = trivia.lowerBound
        while offset < trivia.upperBound {
            switch text.bytes[offset] {
            case UInt8(ascii: "\n"): beginsLine = true
            case UInt8(ascii: "#"):
                if beginsLine { lines.append(text.line(of: offset)) }
                beginsLine = false
            default: break
            }
            offset += 1
        }
        return lines
    }
}

extension FoldingRange {
    /// Whether it begins with the same line and ends later.
    fileprivate func hides(sameAs other: FoldingRange) -> Bool {
        startLine == other.startLine && endLine > other.endLine
    }
}
