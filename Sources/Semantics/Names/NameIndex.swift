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
}
