import Diagnostics

/// Where the chunks of a script stand in it, and where in the text that a recheck keeps, in which nothing moves.
struct ChunkPlaces: Sendable {
    /// A chunk.
    struct Piece: Sendable {
        /// Its bytes in the kept text.
        let kept: Range<Int>
        /// How far the script's bytes lie behind them.
        let shift: Int
        /// How many results without a name there are before it.
        let resultCount: Int
    }

    /// The chunks in the order of the script.
    let pieces: [Piece]
    /// Their numbers in the order of the kept text.
    private let order: [Int]

    /// Takes the chunks in the order of the script.
    init(_ pieces: [Piece]) {
        self.pieces = pieces
        order = pieces.indices.sorted { pieces[$0].kept.lowerBound < pieces[$1].kept.lowerBound }
    }

    /// A script that is one chunk.
    static let whole = ChunkPlaces([Piece(kept: 0..<Int.max, shift: 0, resultCount: 0)])

    /// A span of the kept text in the script; nil where it is gone.
    ///
    /// - Parameter likely: the number of a chunk that is tried first.
    func moved(_ span: SourceSpan, likely: Int? = nil) -> SourceSpan? {
        if let likely, Self.holds(pieces[likely].kept, span) { return span.moved(by: pieces[likely].shift) }
        guard let number = chunk(at: span.start), Self.holds(pieces[number].kept, span) else { return nil }
        return span.moved(by: pieces[number].shift)
    }

    /// A place of the kept text, or of another file, as the script has it; nil where it is gone.
    func moved(_ place: BindingPlace) -> BindingPlace? {
        place.file == nil ? moved(place.span).map { BindingPlace(span: $0) } : place
    }

    /// The number of the chunk that holds a span of the script, and the span in the kept text; nil where none does.
    func kept(_ span: SourceSpan) -> (chunk: Int, span: SourceSpan)? {
        guard !pieces.isEmpty else { return nil }
        let number = pieces.lastPlace(notAbove: span.start) { $0.kept.lowerBound + $0.shift }
        let kept = span.moved(by: -pieces[number].shift)
        return Self.holds(pieces[number].kept, kept) ? (number, kept) : nil
    }

    /// A place of the script, or of another file, as the kept text has it; nil where no chunk holds it.
    func kept(_ place: BindingPlace) -> BindingPlace? {
        place.file == nil ? kept(place.span).map { BindingPlace(span: $0.span) } : place
    }

    /// How many results without a name there are before the chunk that begins at an offset of the kept text; nil where none does.
    func resultCount(beforeChunkAt start: Int) -> Int? {
        guard let number = chunk(at: start), pieces[number].kept.lowerBound == start else { return nil }
        return pieces[number].resultCount
    }

    /// The number of the last chunk that begins in the kept text at an offset or before it; nil without chunks.
    private func chunk(at offset: Int) -> Int? {
        guard !order.isEmpty else { return nil }
        return order[order.lastPlace(notAbove: offset) { pieces[$0].kept.lowerBound }]
    }

    private static func holds(_ range: Range<Int>, _ span: SourceSpan) -> Bool {
        range.lowerBound <= span.start && span.end <= range.upperBound
    }
}

extension SourceSpan {
    /// The span a number of bytes further on.
    fileprivate func moved(by shift: Int) -> SourceSpan {
        SourceSpan(start + shift, end + shift)
    }
}
