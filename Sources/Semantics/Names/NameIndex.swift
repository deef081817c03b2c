import Diagnostics

/// What the words of a source mean, as the checker resolved them: for an editor, which must not resolve them again.
///
/// Words of a statement behind its first error are missing.
package struct NameIndex: Sendable {
    /// A word of one chunk of which another one says something: of a function's body, what calls it.
    private struct Remark: Sendable {
        let span: SourceSpan
        let chunk: Int
        let meaning: WordMeaning
    }

    /// What was noted of each chunk, in the order of the script.
    private let chunks: [NameNotes]
    /// Where the chunks stand. What is noted of them says where they were when they were checked.
    private let places: ChunkPlaces
    /// What chunks say of words of others, in the order of the text; of two meanings the first one counts.
    private let remarks: [Remark]

    /// An index that knows nothing.
    package init() {
        self.init(NameNotes())
    }

    /// What the words of a script mean that was checked as a whole.
    init(_ notes: NameNotes) {
        (chunks, places, remarks) = ([notes], .whole, [])
    }

    /// What the words of a script mean whose chunks were noted one by one, in their order.
    init(_ chunks: [NameNotes], at places: ChunkPlaces) {
        (self.chunks, self.places) = (chunks, places)
        var remarks: [Remark] = []
        for (number, chunk) in chunks.enumerated() {
            let own = places.pieces[number].kept
            guard let first = chunk.notes.first?.span.start, let last = chunk.notes.last?.span.start,
                !own.contains(first) || !own.contains(last)
            else { continue }
            for note in chunk.notes where !own.contains(note.span.start) {
                guard let span = places.moved(note.span) else { continue }
                remarks.append(Remark(span: span, chunk: number, meaning: note.meaning))
            }
        }
        // Words of a chunk are in order already.
        self.remarks = remarks.enumerated().sorted {
            ($0.element.span.start, -$0.element.chunk, $0.offset)
                < ($1.element.span.start, -$1.element.chunk, $1.offset)
        }.map(\.element)
    }

    // MARK: Words

    /// The words that were understood, in order.
    package var words: [SourceSpan] {
        chunks.enumerated().flatMap { number, chunk in
            chunk.notes.compactMap { places.moved($0.span, likely: number) }
        }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// What the bytes at `span` mean; nil where they are no word, or one that was not understood.
    package func meaning(at span: SourceSpan) -> WordMeaning? {
        let remark = remark(at: span)
        guard let (number, kept) = places.kept(span), remark.map({ $0.chunk < number }) ?? true,
            let meaning = chunks[number].meaning(at: kept)
        else { return remark.map { moved($0.meaning) } }
        return moved(meaning)
    }

    /// The places where a name stands, its binding among them, in order.
    package func uses(of place: BindingPlace) -> [SourceSpan] {
        guard let place = places.kept(place) else { return [] }
        var spans: [SourceSpan] = []
        for (number, chunk) in chunks.enumerated() {
            for note in chunk.notes where note.meaning == .bound(place) {
                spans += [places.moved(note.span, likely: number)].compactMap { $0 }
            }
        }
        spans.sort { ($0.start, $0.end) < ($1.start, $1.end) }
        var distinct: [SourceSpan] = []
        for span in spans where span != distinct.last { distinct.append(span) }
        return distinct
    }

    /// The last that a chunk says of a word of another one.
    private func remark(at span: SourceSpan) -> Remark? {
        guard !remarks.isEmpty else { return nil }
        let last = remarks.lastPlace(notAbove: span.start) { $0.span.start }
        return remarks[...last].reversed().prefix { $0.span.start == span.start }.last { $0.span == span }
    }

    private func moved(_ meaning: WordMeaning) -> WordMeaning {
        guard case .bound(let place) = meaning, let moved = places.moved(place) else { return meaning }
        return .bound(moved)
    }

    // MARK: Names

    /// The names that are bound here or used here.
    package var names: [BoundName] {
        var known: Set<BindingPlace> = []
        var names: [BoundName] = []
        for chunk in chunks {
            for (place, name) in chunk.bound where known.insert(place).inserted {
                names += [moved(name)].compactMap { $0 }
            }
        }
        return names
    }

    /// The names bound in the source itself, in its order.
    package var ownNames: [BoundName] {
        names.filter { $0.place.file == nil }.sorted { $0.place.span.start < $1.place.span.start }
    }

    /// The files and modules that bind names which are used here.
    package var files: Set<String> {
        Set(chunks.flatMap { $0.bound.keys.compactMap(\.file) })
    }

    /// A name that is bound here or used here and is spelt like a word; nil without.
    package func name(spelt word: String) -> BoundName? {
        // Only what a result without a name is called is written otherwise than it is kept.
        let isNumbered = word.utf8.first == UInt8(ascii: "_")
        for chunk in chunks {
            for name in chunk.bound.values
            where name.name == word || isNumbered && written(name.name) == word { return moved(name) }
        }
        return nil
    }

    /// The name that a place binds, if it is bound here or used here.
    package func name(boundAt place: BindingPlace) -> BoundName? {
        guard let kept = places.kept(place) else { return nil }
        // What binds a name stands before what uses it.
        let first = place.file == nil ? places.kept(place.span)?.chunk ?? 0 : 0
        for chunk in chunks[first...] {
            if let name = chunk.bound[kept] { return moved(name) }
        }
        return nil
    }

    /// The name that the bytes at `span` bind or use.
    package func name(at span: SourceSpan) -> BoundName? {
        guard case .bound(let place)? = meaning(at: span) else { return nil }
        return name(boundAt: place)
    }

    /// A text with the numbers of results for what stands for them while a script is rechecked.
    package func written(_ text: String) -> String {
        ResultAnchor.written(text, count: places.resultCount, place: { _ in nil }) ?? text
    }

    private func moved(_ name: BoundName) -> BoundName? {
        places.moved(name.place).map { name.moved(to: $0, named: written(name.name)) }
    }
}
