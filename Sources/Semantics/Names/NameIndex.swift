import Diagnostics
import Syntax

/// What the words of a source mean, as the checker resolved them: for an editor, which must not resolve them again.
///
/// Words of a statement behind its first error are missing.
package struct NameIndex: Sendable {
    /// A word with its meaning.
    private struct Note: Sendable {
        let span: SourceSpan
        let meaning: WordMeaning
    }

    /// What words mean, in the order of the text once the checker has ended.
    private var notes: [Note] = []
    /// How many results without a name there are before each chunk of a script that was rechecked, by its beginning.
    private var resultCounts: [Int: Int] = [:]
    /// The names that are bound here or used here, by the places that bind them.
    package private(set) var bound: [BindingPlace: BoundName] = [:]

    /// The names bound in the source itself, in its order.
    package var ownNames: [BoundName] {
        bound.values.filter { $0.place.file == nil }.sorted { $0.place.span.start < $1.place.span.start }
    }

    /// The words that were understood, in order.
    package var words: [SourceSpan] { notes.map(\.span) }

    /// What the bytes at `span` mean; nil where they are no word, or one that was not understood.
    package func meaning(at span: SourceSpan) -> WordMeaning? {
        var (low, high) = (0, notes.count)
        while low < high {
            let middle = (low + high) / 2
            if notes[middle].span.start < span.start { low = middle + 1 } else { high = middle }
        }
        return notes[low...].prefix { $0.span.start == span.start }.first { $0.span == span }?.meaning
    }

    /// The places where a name stands, its binding among them, in order.
    package func uses(of place: BindingPlace) -> [SourceSpan] {
        var spans: [SourceSpan] = []
        for note in notes where note.meaning == .bound(place) && note.span != spans.last {
            spans.append(note.span)
        }
        return spans
    }

    /// The name that the bytes at `span` bind or use.
    package func name(at span: SourceSpan) -> BoundName? {
        guard case .bound(let place)? = meaning(at: span) else { return nil }
        return bound[place]
    }

    /// Takes note that a name is bound.
    mutating func bind(_ name: Name, to entry: CheckEnvironment.Entry) {
        let place = BindingPlace(span: name.span)
        note(.bound(place), at: name.span)
        if bound[place] == nil { bound[place] = BoundName(name: name.text, entry, at: place) }
    }

    /// Takes note that the bytes at `span` mean what was bound elsewhere.
    mutating func use(_ span: SourceSpan, _ name: String, of entry: CheckEnvironment.Entry) {
        guard let place = entry.place else { return }
        note(.bound(place), at: span)
        if bound[place] == nil { bound[place] = BoundName(name: name, entry, at: place) }
    }

    /// Takes note of what a word means that no script has bound.
    mutating func note(_ meaning: WordMeaning, at span: SourceSpan) {
        notes.append(Note(span: span, meaning: meaning))
    }

    /// Puts the words into the order of the text; of two meanings of a word the later one counts.
    mutating func sort() {
        notes = notes.enumerated().sorted {
            ($0.element.span.start, -$0.offset) < ($1.element.span.start, -$1.offset)
        }.map(\.element)
    }

    // MARK: Scripts that are rechecked

    /// An index that knows nothing.
    package init() {}

    /// What the words of a script mean whose chunks have an index each, in their order; nil where lines are meant that are gone.
    ///
    /// - Parameters:
    ///   - resultCounts: how many results without a name there are before each chunk.
    ///   - moved: where a span of a chunk, given by its place, stands in the script.
    init?(joining parts: [NameIndex], resultCounts: [Int: Int], moved: (Int, SourceSpan) -> SourceSpan?) {
        self.resultCounts = resultCounts
        var chunks: [Int] = []
        var isOrdered = true
        notes.reserveCapacity(parts.reduce(0) { $0 + $1.notes.count })
        for (number, part) in parts.enumerated() {
            for note in part.notes {
                guard let note = Self.moved(note, { moved(number, $0) }) else { return nil }
                isOrdered = isOrdered && (notes.last.map { $0.span.start <= note.span.start } ?? true)
                notes.append(note)
                chunks.append(number)
            }
            for (place, name) in part.bound {
                guard let place = Self.moved(place, { moved(number, $0) }) else { return nil }
                if bound[place] == nil { bound[place] = name.moved(to: place, named: written(name.name)) }
            }
        }
        guard !isOrdered else { return }
        // What a later chunk says of a word counts; the words of a chunk are in order already.
        notes = notes.indices.sorted {
            (notes[$0].span.start, -chunks[$0], $0) < (notes[$1].span.start, -chunks[$1], $1)
        }.map { notes[$0] }
    }

    /// A text with the numbers of results for what stands for them while a script is rechecked.
    package func written(_ text: String) -> String {
        ResultAnchor.written(text, count: { resultCounts[$0] }, place: { _ in nil }) ?? text
    }

    private static func moved(_ note: Note, _ moved: (SourceSpan) -> SourceSpan?) -> Note? {
        guard let span = moved(note.span) else { return nil }
        guard case .bound(let place) = note.meaning, place.file == nil else {
            return Note(span: span, meaning: note.meaning)
        }
        return Self.moved(place, moved).map { Note(span: span, meaning: .bound($0)) }
    }

    private static func moved(
        _ place: BindingPlace, _ moved: (SourceSpan) -> SourceSpan?
    ) -> BindingPlace? {
        place.file == nil ? moved(place.span).map { BindingPlace(span: $0) } : place
    }
}
