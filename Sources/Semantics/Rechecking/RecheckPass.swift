import Diagnostics
import Syntax

/// One way through the chunks of a script, from the first to the last: what stands as it stood is taken over, the rest checked.
struct RecheckPass {
    /// From how many statements, passes and calls on a script is checked as a whole, since the checker counts them.
    private static let mostWrittenOut = Checker.longestProgram / 2

    /// The state behind the last chunk.
    private(set) var checker: Checker
    /// The chunks so far.
    private(set) var chunks: [CheckedChunk] = []
    /// How many results without a name there are before each chunk.
    private(set) var resultCounts: [Int] = []
    /// How many chunks were taken over.
    private(set) var keptCount = 0
    /// The bytes of the chunks that are gone, in order.
    private(set) var gone: [Range<Int>] = []
    /// The chunks before the change.
    private let earlier: [CheckedChunk]
    /// What stands before the next chunk.
    private(set) var surroundings: CheckSurroundings
    /// How many results without a name there are before the next chunk.
    private var resultCount = 0
    /// How many of the chunks so far the checker knows of: what is taken over is told it when it has something to check.
    private var toldCount = 0
    /// The words that may mean something else than before the change.
    private var changed = ChangedWords()
    /// Which of the chunks before the change are gone, or have one of these words.
    private var usesChanged: [Bool]
    /// How many of the chunks before the change were gone through: no name that is bound below them is theirs.
    private var passedCount = 0
    /// The attributes of the catalogue alone.
    private let attributes: [AttributeDefinition]

    /// Begins before the first chunk.
    init(checker: Checker, earlier: [CheckedChunk]) {
        self.checker = checker
        self.earlier = earlier
        usesChanged = [Bool](repeating: false, count: earlier.count)
        surroundings = CheckSurroundings(checker.environment)
        attributes = checker.catalogue.attributes
    }

    /// Takes note that chunks, given by their places before the change, are gone; false where the whole script must be checked.
    mutating func forget(_ places: [Int]) -> Bool {
        let gone = places.map { earlier[$0] }
        guard !gone.contains(where: \.usesFiles) else { return false }
        self.gone = gone.map(\.range).sorted { $0.lowerBound < $1.lowerBound }
        for place in places { usesChanged[place] = true }
        noteBound(gone.flatMap(\.effects.names))
        return gone.allSatisfy { hasOwnPassNames($0.passNames, besides: $0.start) }
    }

    /// Goes through the chunk that the script had before at a place; false where the whole script must be checked.
    mutating func pass(_ place: Int) -> Bool {
        let chunk = earlier[place]
        passedCount = place + 1
        if isSame(chunk) {
            take(chunk)
            return checker.writtenOut < Self.mostWrittenOut
        }
        guard !chunk.usesFiles else { return false }
        let fresh = checked(
            FreshChunk(start: chunk.start, count: chunk.count, statements: chunk.statements))
        return note(fresh, insteadOf: chunk) && checker.writtenOut < Self.mostWrittenOut
    }

    /// Goes through a new chunk; false where the whole script must be checked.
    mutating func add(_ chunk: FreshChunk) -> Bool {
        let checked = checked(chunk)
        guard !earlier.isEmpty else { return checker.writtenOut < Self.mostWrittenOut }
        guard !checked.usesFiles, hasOwnPassNames(checked.passNames, besides: chunk.start) else {
            return false
        }
        noteBound(checked.effects.names)
        return checker.writtenOut < Self.mostWrittenOut
    }

    // MARK: What has changed

    /// Takes note of names that are bound otherwise than before, with all that others made of them: a name may be looked up
    /// by what a statement above it is about.
    private mutating func noteBound(_ names: [String]) {
        guard !names.isEmpty else { return }
        changed.insert(names)
        var isDone = false
        while !isDone {
            isDone = true
            for place in passedCount..<earlier.count
            where !usesChanged[place] && changed.meet(earlier[place].words) {
                usesChanged[place] = true
                let names = earlier[place].effects.names
                isDone = isDone && names.isEmpty
                changed.insert(names)
            }
        }
    }

    /// Takes note of what a chunk leaves behind that it did not before; false where the whole script must be checked.
    private mutating func note(_ chunk: CheckedChunk, insteadOf old: CheckedChunk) -> Bool {
        let (bound, before) = (Set(chunk.effects.names), Set(old.effects.names))
        noteBound(Array(bound.symmetricDifference(before)))
        changed.insert(bound.union(before).filter { !chunk.leaves($0, as: old) })
        let (passes, others) = (chunk.passNames, old.passNames)
        return chunk.effects.made.count == old.effects.made.count && passes == others
            || hasOwnPassNames(passes.union(others), besides: chunk.start)
    }

    /// Whether no other chunk makes results of these names, which would then be told apart by numbers.
    private func hasOwnPassNames(_ names: Set<String>, besides start: Int) -> Bool {
        names.isEmpty
            || earlier.allSatisfy { $0.start == start || $0.passNames.isDisjoint(with: names) }
                && chunks.allSatisfy { $0.start == start || $0.passNames.isDisjoint(with: names) }
    }

    /// Whether a chunk means what it did.
    private func isSame(_ chunk: CheckedChunk) -> Bool {
        !chunk.isNeverKept && chunk.before == surroundings && chunk.brokenBefore == brokenNames(chunk.words)
            && !changed.meet(chunk.words) && !changed.meet(surroundings.subjects)
            && (changed.isEmpty || !chunk.bindsFunctions)
    }

    /// The broken names that a chunk could ask for.
    private func brokenNames(_ words: WordSet) -> Set<String> {
        checker.broken.isEmpty
            ? [] : checker.broken.filter { $0.hasPrefix("it.") || $0 == "use" || words.contains($0) }
    }

    // MARK: Steps

    /// Takes over what is known of a chunk.
    private mutating func take(_ chunk: CheckedChunk) {
        keptCount += 1
        if !chunk.effects.broke.isEmpty { checker.broken.formUnion(chunk.effects.broke) }
        if !chunk.effects.mended.isEmpty { checker.broken.subtract(chunk.effects.mended) }
        checker.writtenOut += chunk.effects.writtenOut
        // The surroundings that the next chunk was checked in are this object.
        surroundings = chunk.after
        append(chunk)
    }

    private mutating func append(_ chunk: CheckedChunk) {
        resultCounts.append(resultCount)
        resultCount += chunk.effects.resultCount
        chunks.append(chunk)
    }

    /// Tells the checker what it has yet to hear of the chunks so far.
    private mutating func tell() {
        guard toldCount < chunks.count else { return }
        for chunk in chunks[toldCount...] {
            for (name, entry) in chunk.effects.entries { checker.environment.entries[name] = entry }
            for (name, entry) in chunk.effects.made { checker.environment.made[name] = entry }
        }
        surroundings.restore(&checker.environment)
        checker.environment.resultCount = resultCount
        checker.catalogue.attributes = attributes + surroundings.attributes
    }

    /// Checks a chunk.
    private mutating func checked(_ fresh: FreshChunk) -> CheckedChunk {
        tell()
        let words = WordSet(checker.source.bytes[fresh.range], and: EmptyCollection())
        let brokenBefore = brokenNames(words)
        let (broken, written) = (checker.broken, checker.writtenOut)
        checker.beginChunk(at: fresh.start)
        for statement in fresh.statements { checker.check(statement) }
        checker.notes.sort()
        var effects = checker.effects(of: fresh)
        effects.broke = checker.broken.subtracting(broken)
        effects.mended = broken.subtracting(checker.broken)
        effects.resultCount = checker.environment.resultCount - resultCount
        effects.writtenOut = checker.writtenOut - written
        let chunk = CheckedChunk(
            fresh, words: words, before: surroundings, brokenBefore: brokenBefore, effects: effects, checker)
        surroundings = chunk.after
        append(chunk)
        toldCount = chunks.count
        return chunk
    }

    // MARK: The end

    /// The attributes that the script declares.
    var declaredAttributes: [AttributeDefinition] { surroundings.attributes }

    /// The warning of a script that pins no edition.
    func editionFinding(_ script: Script) -> Diagnostic? {
        surroundings.edition == nil ? checker.editionFinding(script) : nil
    }
}
