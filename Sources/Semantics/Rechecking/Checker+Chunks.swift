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
    /// The cohort that it describes; nil for another statement.
    var cohortMark: CohortMark? {
        guard case .cohort(let cohort) = action else { return nil }
        return CohortMark(span: cohort.span, size: cohort.size)
    }
}

extension CheckedText {
    /// What a check of a whole script tells an editor.
    package init(_ result: CheckResult) {
        diagnostics = result.diagnostics
        index = result.index
        cohorts = result.sound.compactMap(\.cohortMark)
        attributes = result.environment.attributes
    }
}
