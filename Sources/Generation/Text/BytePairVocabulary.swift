/// CLIP's vocabulary: the 256 bytes, the same at the end of a word, the merges in file order, and two special tokens.
struct BytePairVocabulary: Sendable {
    /// The merges of the published vocabulary of 49,408 entries.
    static let publishedMerges = 48_894

    private struct Pair: Hashable {
        let first: Int
        let second: Int
    }

    private struct Merge {
        let rank: Int
        let result: Int
    }

    /// The number of merges.
    let mergeCount: Int
    private var merges: [Pair: Merge] = [:]
    /// The id of each byte inside a word; at its end the id is 256 higher.
    private let byteIDs: [Int]

    /// The id of `<|startoftext|>`; `<|endoftext|>` is the next and last.
    var startID: Int { 512 + mergeCount }

    /// Reads the lines of a merge file: a header, then two symbols a line.
    ///
    /// - Parameter mergeCount: how many merges the text tower's vocabulary has; a longer file is cut there.
    init(text: String, mergeCount: Int?, path: String) throws(GenerationError) {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        while let last = lines.last, last.isEmpty || last == "\r" { lines.removeLast() }
        let count = mergeCount ?? min(lines.count, Self.publishedMerges)
        guard count >= 0, lines.count >= count else {
            throw .malformed(
                path: path, place: "merges", expected: "\(count) merges, as the text tower has",
                found: "\(lines.count)")
        }
        self.mergeCount = count
        let characters = Self.characters()
        var order: [String] = characters.ordered
        order += characters.ordered.map { $0 + "</w>" }
        var parts: [(Substring, Substring)] = []
        for (number, line) in lines.prefix(count).enumerated() {
            let symbols = line.split { $0 == " " || $0 == "\r" }
            guard symbols.count == 2 else {
                throw .malformed(
                    path: path, place: "line \(number + 2)", expected: "two symbols",
                    found: "\(symbols.count)")
            }
            parts.append((symbols[0], symbols[1]))
            order.append(String(symbols[0] + symbols[1]))
        }
        byteIDs = characters.ids
        try addMerges(parts, ids: Dictionary(zip(order, order.indices)) { $1 }, path: path)
    }

    /// The ids of one piece: its UTF-8 bytes, then merges in the order of their rank.
    func ids(ofPiece piece: String) -> [Int] {
        var symbols = piece.utf8.map { byteIDs[Int($0)] }
        guard let last = symbols.popLast() else { return [] }
        symbols.append(last + 256)
        while symbols.count > 1, let (pair, result) = bestPair(symbols) {
            symbols = Self.merged(symbols, pair, into: result)
        }
        return symbols
    }

    private mutating func addMerges(
        _ parts: [(Substring, Substring)], ids: [String: Int], path: String
    ) throws(GenerationError) {
        for (rank, (first, second)) in parts.enumerated() {
            guard let left = ids[String(first)], let right = ids[String(second)],
                let result = ids[String(first + second)]
            else {
                throw .malformed(
                    path: path, place: "line \(rank + 2)", expected: "symbols of the vocabulary",
                    found: "`\(first) \(second)`")
            }
            let pair = Pair(first: left, second: right)
            if merges[pair] == nil { merges[pair] = Merge(rank: rank, result: result) }
        }
    }

    private func bestPair(_ symbols: [Int]) -> (Pair, Int)? {
        var best: (pair: Pair, merge: Merge)?
        for (first, second) in zip(symbols, symbols.dropFirst()) {
            let pair = Pair(first: first, second: second)
            if let merge = merges[pair], merge.rank < best?.merge.rank ?? Int.max { best = (pair, merge) }
        }
        return best.map { ($0.pair, $0.merge.result) }
    }

    private static func merged(_ symbols: [Int], _ pair: Pair, into result: Int) -> [Int] {
        var output: [Int] = []
        var index = 0
        while index < symbols.count {
            let isPair =
                index + 1 < symbols.count && symbols[index] == pair.first && symbols[index + 1] == pair.second
            output.append(isPair ? result : symbols[index])
            index += isPair ? 2 : 1
        }
        return output
    }

    /// The printable characters that stand for bytes, in the order of their ids, and the id of each byte.
    private static func characters() -> (ordered: [String], ids: [Int]) {
        let printable = [33...126, 161...172, 174...255].flatMap { Array($0) }
        let others = (0...255).filter { !printable.contains($0) }
        var ids = [Int](repeating: 0, count: 256)
        var ordered: [String] = []
        for byte in printable + others {
            let code = printable.contains(byte) ? byte : 256 + ordered.count - printable.count
            ids[byte] = ordered.count
            if let scalar = Unicode.Scalar(UInt32(code)) { ordered.append(String(scalar)) }
        }
        return (ordered, ids)
    }
}
