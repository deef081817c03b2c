import Diagnostics
import Semantics

extension Analysis {
    /// How many cells and images each cohort has, behind the first line of its statement.
    func inlayHints(in range: TextRange?) -> [InlayHint] {
        let wanted = range.map { text.span(of: $0) } ?? SourceSpan(0, text.bytes.count)
        var hints: [InlayHint] = []
        var seen: Set<SourceSpan> = []
        for case .cohort(let cohort) in result.sound.map(\.action) where seen.insert(cohort.span).inserted {
            let lineEnd = text.end(ofLine: text.line(of: cohort.span.start))
            let place = min(cohort.span.end, lineEnd)
            guard place >= wanted.start, place <= wanted.end else { continue }
            hints.append(InlayHint(position: text.position(of: place), label: cohort.size))
        }
        return hints
    }
}
