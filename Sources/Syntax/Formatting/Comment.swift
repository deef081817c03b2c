/// A comment of a source.
struct Comment {
    /// The text from `#` on, without blanks at its end.
    let text: String
    /// The offset of the `#`.
    let offset: Int
    /// Whether it stands behind a token on the token's line.
    let isTrailing: Bool
    /// Whether an empty line stands before it.
    let followsBlankLine: Bool

    /// All comments of a source, in order.
    static func all(in lexed: LexedSource) -> [Comment] {
        lexed.tokens.indices.flatMap { index in
            comments(of: lexed.source.bytes, in: lexed.trivia(before: index), isFirst: index == 0)
        }
    }

    /// The comments of a run of trivia.
    private static func comments(of bytes: [UInt8], in trivia: Range<Int>, isFirst: Bool) -> [Comment] {
        var comments: [Comment] = []
        var breaks = 0
        var hasBroken = isFirst
        var place = trivia.lowerBound
        while place < trivia.upperBound {
            if bytes[place] == UInt8(ascii: "\n") {
                breaks += 1
                hasBroken = true
            }
            guard bytes[place] == UInt8(ascii: "#") else {
                place += 1
                continue
            }
            let end = bytes[place..<trivia.upperBound].firstIndex(of: UInt8(ascii: "\n")) ?? trivia.upperBound
            var last = end
            while last > place, bytes[last - 1] == 0x20 || bytes[last - 1] == 0x09 || bytes[last - 1] == 0x0D
            { last -= 1 }
            comments.append(
                Comment(
                    text: String(decoding: bytes[place..<last], as: UTF8.self), offset: place,
                    isTrailing: !hasBroken,
                    followsBlankLine: breaks > 1))
            breaks = 0
            place = end
        }
        return comments
    }
}
