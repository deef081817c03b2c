/// The text of doc comments, as paragraphs, lists and examples: what their authors may lay out, and nothing else.
///
/// A blank line ends a paragraph, `- ` begins an item, four blanks an example, and what stands between backticks is code.
/// Everything else is text that means itself, so that no comment is markup of the page that it comes to stand on.
package struct DocComment: Sendable, Hashable {
    /// A piece of a line.
    package enum Piece: Sendable, Hashable {
        /// Words.
        case text(String)
        /// Code of the language, or a name.
        case code(String)
    }

    /// A part of a comment.
    package enum Block: Sendable, Hashable {
        /// Sentences.
        case paragraph([Piece])
        /// Items, each of some pieces.
        case list([[Piece]])
        /// Lines of a script, without what they are indented by.
        case example(String)
    }

    /// The parts, in order.
    package let blocks: [Block]

    /// Reads the lines of a comment, without their signs.
    package init(_ text: String) {
        var reader = Reader()
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            reader.take(line.last == "\r" ? line.dropLast() : line)
        }
        blocks = reader.finished()
    }

    /// The first sentence, for a list of names; empty where the comment begins with no words.
    package var firstSentence: String {
        guard case .paragraph(let pieces)? = blocks.first else { return "" }
        let text = pieces.map(\.written).joined()
        let ends = text.indices.filter { place in
            ".!?".contains(text[place])
                && (text.index(after: place) == text.endIndex || text[text.index(after: place)] == " ")
        }
        // `et al. 2022` ends no sentence: what follows an end begins in upper case.
        let end = ends.first { place in
            let rest = text[text.index(after: place)...].drop { $0 == " " }
            return rest.first.map { $0.isUppercase && text[..<place].suffix(2) != "al" } ?? true
        }
        return end.map { String(text[...$0]) } ?? text
    }

    /// The pieces of a line: what stands between two backticks is code.
    package static func pieces(of line: String) -> [Piece] {
        var pieces: [Piece] = []
        let parts = line.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        for (index, part) in parts.enumerated() where !part.isEmpty {
            let isClosed = index + 1 < parts.count
            if index % 2 == 1 {
                pieces.append(isClosed ? .code(part) : .text("`" + part))
            } else {
                pieces.append(.text(part))
            }
        }
        return pieces
    }
}

extension DocComment.Piece {
    /// As its author wrote it.
    fileprivate var written: String {
        switch self {
        case .text(let text): text
        case .code(let text): "`\(text)`"
        }
    }
}

/// Gathers lines into blocks.
private struct Reader {
    private var blocks: [DocComment.Block] = []
    private var paragraph: [Substring] = []
    private var items: [[Substring]] = []
    private var example: [Substring] = []

    /// Takes the next line.
    mutating func take(_ line: Substring) {
        let words = line.drop { $0 == " " }
        let indent = line.count - words.count
        if words.isEmpty {
            end(keepsExample: true)
            if !example.isEmpty { example.append("") }
        } else if indent >= 4, paragraph.isEmpty, items.isEmpty {
            example.append(line.dropFirst(4))
        } else if words.hasPrefix("- ") {
            if items.isEmpty { end() }
            items.append([words.dropFirst(2)])
        } else if indent > 0, let last = items.indices.last {
            items[last].append(words)
        } else {
            if paragraph.isEmpty { end() }
            paragraph.append(words)
        }
    }

    /// The blocks, when all lines were taken.
    mutating func finished() -> [DocComment.Block] {
        end()
        return blocks
    }

    private mutating func end(keepsExample: Bool = false) {
        if !paragraph.isEmpty {
            blocks.append(.paragraph(DocComment.pieces(of: paragraph.joined(separator: " "))))
        }
        if !items.isEmpty {
            blocks.append(.list(items.map { DocComment.pieces(of: $0.joined(separator: " ")) }))
        }
        (paragraph, items) = ([], [])
        guard !keepsExample, !example.isEmpty else { return }
        while example.last?.isEmpty == true { example.removeLast() }
        blocks.append(.example(example.joined(separator: "\n")))
        example = []
    }
}
