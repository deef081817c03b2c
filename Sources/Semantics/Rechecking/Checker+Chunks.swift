import Diagnostics
import Syntax

extension Checker {
    /// Forgets what the chunk before has found, and names results by where the next one begins.
    mutating func beginChunk(at start: Int) {
        resultAnchor = ResultAnchor(start: start, count: environment.resultCount)
        notes = NameNotes()
        (findings, statements) = (Findings(), [])
        (boundNames, madeNames) = ([], [])
    }

    /// What a chunk has bound since it began.
    func effects(of chunk: FreshChunk) -> CheckEffects {
        var effects = CheckEffects()
        for name in Set(boundNames) {
            guard let entry = environment.entries[name] else { continue }
            // A function's parameter may have the name of something above.
            let isOwn = entry.span.map { chunk.range.contains($0.start) } ?? chunk.usesFiles
            if isOwn { effects.entries.append((name, entry)) }
        }
        for name in Set(madeNames) {
            if let entry = environment.made[name] { effects.made.append((name, entry)) }
        }
        return effects
    }
}

extension CheckedStatement {
    /// The cohort that it describes in a source; nil for another statement, and for a cohort that stands elsewhere.
    func cohortMark(in source: Source) -> CohortMark? {
        guard case .cohort(let cohort) = action, self.source.name == source.name, cohort.span == span else {
            return nil
        }
        return CohortMark(span: cohort.span, size: cohort.size)
    }
}

extension CheckedText {
    /// What a check of a whole script tells an editor.
    package init(_ result: CheckResult, of source: Source) {
        diagnostics = result.diagnostics
        index = result.index
        cohorts = result.sound.compactMap { $0.cohortMark(in: source) }
        attributes = result.environment.attributes
    }
}
