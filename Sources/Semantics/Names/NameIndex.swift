import Diagnostics
import Syntax

/// What the words of a source mean, as the checker resolved them: for an editor, which must not resolve them again.
///
/// Words of a statement behind its first error are missing.
package struct NameIndex: Sendable {
    /// What words mean, by the bytes they stand at.
    package private(set) var meanings: [SourceSpan: WordMeaning] = [:]
    /// The names that are bound here or used here, by the places that bind them.
    package private(set) var bound: [BindingPlace: BoundName] = [:]

    /// The names bound in the source itself, in its order.
    package var ownNames: [BoundName] {
        bound.values.filter { $0.place.file == nil }.sorted { $0.place.span.start < $1.place.span.start }
    }

    /// The places where a name stands, its binding among them, in order.
    package func uses(of place: BindingPlace) -> [SourceSpan] {
        meanings.filter { $0.value == .bound(place) }.keys.sorted { $0.start < $1.start }
    }

    /// The name that the bytes at `span` bind or use.
    package func name(at span: SourceSpan) -> BoundName? {
        guard case .bound(let place)? = meanings[span] else { return nil }
        return bound[place]
    }

    /// Takes note that a name is bound.
    mutating func bind(_ name: Name, to binding: CheckEnvironment.Binding) {
        let place = BindingPlace(span: name.span)
        meanings[name.span] = .bound(place)
        if bound[place] == nil { bound[place] = BoundName(name: name.text, binding: binding, place: place) }
    }

    /// Takes note that the bytes at `span` mean what was bound elsewhere.
    mutating func use(_ span: SourceSpan, _ name: String, of entry: CheckEnvironment.Entry) {
        guard let place = entry.place else { return }
        meanings[span] = .bound(place)
        if bound[place] == nil { bound[place] = BoundName(name: name, binding: entry.binding, place: place) }
    }

    /// Takes note of what a word means that no script has bound.
    mutating func note(_ meaning: WordMeaning, at span: SourceSpan) {
        meanings[span] = meaning
    }
}
