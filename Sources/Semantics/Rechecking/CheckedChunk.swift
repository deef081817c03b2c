import Diagnostics
import Syntax

/// A chunk with what checking its statements found and changed. All spans are in the recheck's own text, where nothing moves.
final class CheckedChunk: Sendable {
    /// Where it begins in the recheck's text.
    let start: Int
    /// How many bytes it has.
    let count: Int
    /// Its statements.
    let statements: [Statement]
    /// The words in it, and the names that it binds.
    let words: WordSet
    /// What stood before it.
    let before: CheckSurroundings
    /// Which of the names in it were broken.
    let brokenBefore: Set<String>
    /// What stands behind it.
    let after: CheckSurroundings
    /// What it leaves behind.
    let effects: CheckEffects
    /// The names of results that it makes in passes and calls.
    let passNames: Set<String>
    /// What was found.
    let diagnostics: [Diagnostic]
    /// What its words mean.
    let notes: NameNotes
    /// The places in other chunks that its words mean, or of whose words it says something.
    let placesOutside: [SourceSpan]
    /// The cohorts that it describes.
    let cohorts: [CohortMark]
    /// Whether it uses a file or a module.
    let usesFiles: Bool
    /// Whether it binds functions, which remember all names before them.
    let bindsFunctions: Bool
    /// Whether it must be checked each time: findings may name any name of the script, and tests are counted.
    let isNeverKept: Bool

    /// Takes what a checker has found behind the statements of a chunk, which it began with.
    ///
    /// - Parameters:
    ///   - words: those of the chunk's bytes.
    ///   - brokenBefore: which of them were broken.
    init(
        _ fresh: FreshChunk, words: WordSet, before: CheckSurroundings, brokenBefore: Set<String>,
        effects: CheckEffects, _ checker: Checker
    ) {
        (start, count, statements) = (fresh.start, fresh.count, fresh.statements)
        (self.before, self.brokenBefore, self.effects) = (before, brokenBefore, effects)
        passNames = effects.passNames
        after = before.orThose(of: checker.environment)
        diagnostics = checker.findings.kept
        notes = checker.notes
        placesOutside = checker.notes.places(outside: fresh.range)
        cohorts = checker.statements.compactMap { $0.cohortMark(in: checker.source) }
        usesFiles = fresh.usesFiles
        bindsFunctions = fresh.statements.contains { if case .def = $0.kind { true } else { false } }
        isNeverKept =
            !checker.findings.kept.isEmpty
            || fresh.statements.contains { if case .test = $0.kind { true } else { false } }
        let others = effects.entries.map(\.name).filter { !words.contains($0) }
        let bytes = checker.source.bytes[fresh.range]
        self.words = others.isEmpty ? words : WordSet(bytes, and: others)
    }

    /// The bytes in the recheck's text.
    var range: Range<Int> { start..<(start + count) }

    /// Whether what it leaves behind under a name is what another leaves.
    func leaves(_ name: String, as other: CheckedChunk) -> Bool {
        Self.isSame(effects.entries, other.effects.entries, name)
            && Self.isSame(effects.made, other.effects.made, name)
    }

    private static func isSame(
        _ left: [(name: String, entry: CheckEnvironment.Entry)],
        _ right: [(name: String, entry: CheckEnvironment.Entry)], _ name: String
    ) -> Bool {
        let one = left.first { $0.name == name }?.entry
        let other = right.first { $0.name == name }?.entry
        guard let one, let other else { return one == nil && other == nil }
        return one.span == other.span && one.origin == other.origin && one.alias == other.alias
            && one.depth == other.depth && one.documentation == other.documentation
            && one.binding == other.binding
    }
}
