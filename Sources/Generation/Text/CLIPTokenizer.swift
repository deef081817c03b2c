/// The tokenizer of CLIP (Radford et al. 2021): byte-pair encoding of lower-cased text.
package struct CLIPTokenizer: Sendable {
    /// Longest prompt accepted, in UTF-8 bytes.
    package static let longestText = 1 << 13
    /// Longest merge file accepted, in bytes.
    static let longestFile = 16 << 20

    private let vocabulary: BytePairVocabulary
    private let cleaning: TextCleaning

    /// The id of `<|startoftext|>`.
    package var startToken: Int { vocabulary.startID }
    /// The id of `<|endoftext|>`, the largest.
    package var endToken: Int { vocabulary.startID + 1 }
    /// The number of ids.
    package var vocabularySize: Int { vocabulary.startID + 2 }

    /// Reads a merge file: a header line, then two symbols a line.
    ///
    /// - Parameter vocabularySize: rows of the text tower's token table, which decide how many merges are used; nil
    ///   takes all of them, at most the published 48,894.
    package init(
        mergesAt path: String, vocabularySize: Int? = nil, cleaning: TextCleaning = .openAI
    ) throws(GenerationError) {
        let text = try TextFile.text(at: path, limit: Self.longestFile)
        try self.init(merges: text, path: path, vocabularySize: vocabularySize, cleaning: cleaning)
    }

    /// As above, from the text of a merge file; `path` only names it in errors.
    package init(
        merges text: String, path: String = "merges", vocabularySize: Int? = nil,
        cleaning: TextCleaning = .openAI
    ) throws(GenerationError) {
        let mergeCount = vocabularySize.map { $0 - 514 }
        vocabulary = try BytePairVocabulary(text: text, mergeCount: mergeCount, path: path)
        self.cleaning = cleaning
    }

    /// The ids of `text` with the start and end token, not truncated.
    package func ids(of text: String) throws(GenerationError) -> [Int] {
        guard text.utf8.count <= Self.longestText else {
            throw .setting(
                name: "prompt", expected: "at most \(Self.longestText) bytes",
                found: "\(text.utf8.count) bytes long")
        }
        var ids = [startToken]
        for piece in TextPieces.cut(cleaning(text), specialsFirst: cleaning == .huggingFace) {
            switch piece {
            case .start: ids.append(startToken)
            case .end: ids.append(endToken)
            case .text(let text): ids += vocabulary.ids(ofPiece: text)
            }
        }
        return ids + [endToken]
    }

    /// `ids` cut to `length`, the end token kept, and filled up with `pad`.
    package func padded(_ ids: [Int], to length: Int, with pad: Int) -> [Int] {
        guard ids.count > length else { return ids + [Int](repeating: pad, count: length - ids.count) }
        return ids.prefix(length - 1) + [endToken]
    }
}
