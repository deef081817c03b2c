import Diagnostics
import Semantics
import Syntax

extension Analysis {
    /// How many cells and images each cohort has, behind the first line of its statement.
    func inlayHints(in range: TextRange?) -> [InlayHint] {
        let wanted = range.map { text.span(of: $0) } ?? SourceSpan(0, text.bytes.count)
        var hints: [InlayHint] = []
        // A cohort that a function of another file makes stands there, and one of a loop is shown once.
        var waiting = Set(script.statements.flatMap(\.nested).filter(\.makesCohort).map(\.span))
        for cohort in result.cohorts where waiting.remove(cohort.span) != nil {
            let lineEnd = text.end(ofLine: text.line(of: cohort.span.start))
            let place = min(cohort.span.end, lineEnd)
            guard place >= wanted.start, place <= wanted.end else { continue }
            hints.append(InlayHint(position: text.position(of: place), label: cohort.size))
        }
        return hints
    }
}

extension Statement {
    /// Whether it describes a cohort.
    fileprivate var makesCohort: Bool {
        if case .cohort = kind { true } else { false }
    }
}
