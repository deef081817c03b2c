import Diagnostics
import Syntax

/// The line of a script that pins its edition.
package struct EditionLine {
    /// The script.
    private let script: Script

    /// Looks at a script.
    package init(of script: Script) {
        self.script = script
    }

    /// The year as it is written, and where; nil where the script has no line.
    package var year: Expression? {
        guard case .edition(let year)? = script.statements.first?.kind else { return nil }
        return year
    }

    /// The change that makes a script one of an edition: another year, or a line where there is none.
    package func edit(to edition: Int) -> Edit {
        if let year { return Edit(year.span, String(edition), .safe) }
        let source = script.lexed.source
        let isWindows = source.line(1).utf8.count + 1 < source.lineStarts.dropFirst().first ?? 0
        let place = SourceSpan(insertion, insertion)
        return Edit(place, "edition \(edition)" + (isWindows ? "\r\n" : "\n"), .safe)
    }

    /// Where a line goes that the script has not: above the first statement and the comments right before it, which are about that
    /// statement, but below a `#!` that must stay first.
    private var insertion: Int {
        let source = script.lexed.source
        let first = script.lexed.tokens.first.map { Int($0.start) } ?? 0
        var number = source.line(of: first)
        while number > 1, isComment(number - 1) { number -= 1 }
        let start = source.range(ofLine: number).lowerBound
        return start == 0 && source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
    }

    private func isComment(_ number: Int) -> Bool {
        let line = script.lexed.source.line(number).drop { $0 == " " || $0 == "\t" || $0 == "\u{FEFF}" }
        return line.hasPrefix("#") && !(number == 1 && line.hasPrefix("#!"))
    }
}
