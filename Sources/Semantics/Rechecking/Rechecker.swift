import Diagnostics
import Syntax

/// Checks a script again and again as it changes: statements that stand as they stood, among the same surroundings and with
/// the same names, are not checked anew. What it finds is what `Checker` finds.
///
/// Every chunk of the script is kept in a text that only grows, so that no span of what is known ever moves; a changed chunk is
/// added at its end. Spans are moved to the script when the findings are told.
///
/// What files say is asked when the statement that names them is checked: begin with a new value where files may have changed,
/// and where a used file has.
package struct Rechecker: Sendable {
    /// How many times longer than the script the kept text may become.
    private static let mostGrowth = 4

    /// How many times longer it may become before a whole check is better made while nothing else is to be done.
    private static let wantedGrowth = 2

    /// The kept text.
    private var source = Source(name: "", bytes: [])
    /// The chunks of the script as it was checked last.
    private var chunks: [CheckedChunk] = []

    /// How many chunks the last check took over from the one before; the others were checked.
    package private(set) var keptCount = 0

    /// How many bytes the script had that was checked last.
    private var length = 0

    /// Knows nothing yet.
    package init() {}

    /// Whether so much is kept of what is gone that a new value should check the script as a whole, when there is time: a later
    /// check will have to.
    package var isLong: Bool { isKeptText(longerThan: Self.wantedGrowth) }

    private func isKeptText(longerThan times: Int) -> Bool {
        source.bytes.count > (length + 4_096) * times
    }

    /// Checks a script.
    package mutating func check(
        _ script: Script, catalogue: Catalogue = .standard, schema: any SchemaProvider
    ) -> CheckedText {
        guard Self.isNumberedByNobody(script) else {
            self = Rechecker()
            return Self.whole(script, catalogue, schema)
        }
        let layout = ScriptChunk.all(of: script)
        length = script.lexed.source.bytes.count
        if !chunks.isEmpty, source.name == script.lexed.source.name,
            !isKeptText(longerThan: Self.mostGrowth), let text = recheck(script, layout, catalogue, schema)
        {
            return text
        }
        self = Rechecker()
        length = script.lexed.source.bytes.count
        if let text = recheck(script, layout, catalogue, schema) { return text }
        self = Rechecker()
        return Self.whole(script, catalogue, schema)
    }

    /// Checks all of a script at once.
    private static func whole(
        _ script: Script, _ catalogue: Catalogue, _ schema: any SchemaProvider
    ) -> CheckedText {
        CheckedText(
            Checker.check(script: script, catalogue: catalogue, schema: schema), of: script.lexed.source)
    }

    /// Whether a script says nothing that depends on the numbers of results: no `_3`, and no list of all names.
    private static func isNumberedByNobody(_ script: Script) -> Bool {
        let bytes = script.lexed.source.bytes
        let hasNumbers = script.lexed.tokens.contains { token in
            let text = bytes[Int(token.start)..<Int(token.end)]
            switch token.kind {
            case .identifier:
                return text.first == UInt8(ascii: "_")
                    && text.dropFirst().allSatisfy { (48...57).contains($0) }
            case .string: return zip(text, text.dropFirst()).contains { $0 == (0x7B, 0x5F) }
            case .keyword(.help): return true
            default: return false
            }
        }
        return !hasNumbers && !bytes.contains(1)
    }

    // MARK: Changes

    /// Checks what has changed; nil where all must be checked anew.
    private mutating func recheck(
        _ script: Script, _ layout: [ScriptChunk], _ catalogue: Catalogue, _ schema: any SchemaProvider
    ) -> CheckedText? {
        let kept = keptChunks(script, layout)
        guard let fresh = add(layout.indices.filter { kept[$0] == nil }, of: layout, script) else {
            return nil
        }
        var checker = Checker(
            source: source, catalogue: catalogue, schema: schema, isPedantic: false,
            environment: CheckEnvironment(), definitions: [])
        checker.broken = script.unreadNames
        var pass = RecheckPass(checker: checker, earlier: chunks)
        var isGone = [Bool](repeating: true, count: chunks.count)
        for number in kept { if let number { isGone[number] = false } }
        guard pass.forget(chunks.indices.filter { isGone[$0] }) else { return nil }
        var nextFresh = 0
        for place in layout.indices {
            if let number = kept[place] {
                guard pass.pass(number) else { return nil }
            } else {
                guard pass.add(fresh[nextFresh]) else { return nil }
                nextFresh += 1
            }
        }
        chunks = pass.chunks
        keptCount = pass.keptCount
        return RecheckedText(pass, layout, script).told
    }

    /// For each chunk of the script the place of the one before the change that it equals; nil for a changed one.
    private func keptChunks(_ script: Script, _ layout: [ScriptChunk]) -> [Int?] {
        var kept = [Int?](repeating: nil, count: layout.count)
        var first = 0
        while first < min(layout.count, chunks.count), isKept(chunks[first], layout[first], script) {
            kept[first] = first
            first += 1
        }
        var (end, oldEnd) = (layout.count, chunks.count)
        while end > first, oldEnd > first, isKept(chunks[oldEnd - 1], layout[end - 1], script) {
            (end, oldEnd) = (end - 1, oldEnd - 1)
            kept[end] = oldEnd
        }
        // As many as before: changes here and there, as when a name is changed.
        guard end == oldEnd else { return kept }
        for place in first..<end where isKept(chunks[place], layout[place], script) { kept[place] = place }
        return kept
    }

    /// Whether a chunk has the bytes and the statements of an earlier one.
    private func isKept(_ earlier: CheckedChunk, _ chunk: ScriptChunk, _ script: Script) -> Bool {
        guard earlier.count == chunk.range.count, earlier.statements.count == chunk.statements.count,
            Self.isEqual(
                source.bytes.span.extracting(earlier.range),
                script.lexed.source.bytes.span.extracting(chunk.range))
        else { return false }
        let (first, shift) = (chunk.statements.lowerBound, chunk.range.lowerBound - earlier.start)
        return earlier.statements.indices.allSatisfy { number in
            let (old, new) = (earlier.statements[number].span, script.statements[first + number].span)
            return old.start + shift == new.start && old.end + shift == new.end
        }
    }

    private static func isEqual(_ bytes: Span<UInt8>, _ others: Span<UInt8>) -> Bool {
        guard bytes.count == others.count else { return false }
        for place in bytes.indices where bytes[place] != others[place] { return false }
        return true
    }

    /// Adds chunks to the kept text.
    ///
    /// - Returns: the chunks there; nil where their lines alone do not read as they do in the script.
    private mutating func add(
        _ places: [Int], of layout: [ScriptChunk], _ script: Script
    ) -> [FreshChunk]? {
        if chunks.isEmpty {
            source = script.lexed.source
            return places.map {
                FreshChunk(
                    start: layout[$0].range.lowerBound, count: layout[$0].range.count,
                    statements: Array(script.statements[layout[$0].statements]))
            }
        }
        guard !places.isEmpty else { return [] }
        let before = source.bytes.count
        var added: [UInt8] = []
        var starts: [Int] = []
        for place in places {
            // An empty line parts the comments before a statement from what stands above them here.
            added += [0x0A, 0x0A]
            starts.append(before + added.count)
            added += script.lexed.source.bytes[layout[place].range]
        }
        source = source.appending(added)
        var rest = Parser.parse(source, from: before).statements[...]
        var fresh: [FreshChunk] = []
        for (place, start) in zip(places, starts) {
            let wanted = script.statements[layout[place].statements]
            let found = rest.prefix(wanted.count)
            let shift = start - layout[place].range.lowerBound
            guard found.count == wanted.count,
                zip(found, wanted).allSatisfy({
                    $0.span.start == $1.span.start + shift && $0.span.end == $1.span.end + shift
                })
            else { return nil }
            fresh.append(
                FreshChunk(start: start, count: layout[place].range.count, statements: Array(found)))
            rest = rest.dropFirst(wanted.count)
        }
        return rest.isEmpty ? fresh : nil
    }
}
