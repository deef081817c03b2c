import Diagnostics
import Syntax

/// What the checker notes of the words of a text while it resolves them.
package struct NameNotes: Sendable {
    /// A word with its meaning.
    struct Note: Sendable {
        /// The word.
        let span: SourceSpan
        /// What it means.
        let meaning: WordMeaning
    }

    /// What words mean, in the order of the text once they were sorted.
    private(set) var notes: [Note] = []
    /// The names that are bound here or used here, by the places that bind them.
    private(set) var bound: [BindingPlace: BoundName] = [:]

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

    /// What the bytes at `span` mean, once the words were sorted; nil where they are no word, or one that was not understood.
    func meaning(at span: SourceSpan) -> WordMeaning? {
        var (low, high) = (0, notes.count)
        while low < high {
            let middle = (low + high) / 2
            if notes[middle].span.start < span.start { low = middle + 1 } else { high = middle }
        }
        return notes[low...].prefix { $0.span.start == span.start }.first { $0.span == span }?.meaning
    }

    /// The places of the text itself that are meant and lie outside some of its bytes, each once.
    func places(outside range: Range<Int>) -> [SourceSpan] {
        let meant = notes.compactMap { note -> SourceSpan? in
            guard case .bound(let place) = note.meaning, place.file == nil else { return nil }
            return place.span
        }
        let all = notes.map(\.span) + meant + bound.keys.filter { $0.file == nil }.map(\.span)
        return Array(Set(all.filter { $0.start < range.lowerBound || $0.end > range.upperBound }))
    }
}
