import Diagnostics

/// Names results without a name by the statement that makes them, and places in messages by their bytes, so that a statement
/// above may come or go without a change of either: `_3` and `4:1` are written when the findings are told.
struct ResultAnchor: Sendable {
    /// Encloses what stands for a number; no name and no message of ours holds it otherwise.
    static let mark: Character = "\u{1}"

    /// Where the chunk at hand begins.
    let start: Int
    /// How many results without a name there were before it.
    let count: Int

    /// What stands for the name of the result with this number.
    func name(_ number: Int) -> String {
        "_\(Self.mark)\(start)_\(number - count)\(Self.mark)"
    }

    /// What stands for line and column of a byte.
    static func place(_ offset: Int) -> String {
        "\(mark)\(offset)\(mark)"
    }

    /// The text with numbers for what stands for them; nil where it is not known for what.
    ///
    /// - Parameters:
    ///   - count: the number of results before a chunk, by its beginning.
    ///   - place: line and column of a byte.
    static func written(_ text: String, count: (Int) -> Int?, place: (Int) -> String?) -> String? {
        guard text.utf8.contains(1) else { return text }
        var written = ""
        for (number, part) in text.split(separator: mark, omittingEmptySubsequences: false).enumerated() {
            guard number % 2 == 1 else {
                written += part
                continue
            }
            let numbers = part.split(separator: "_").compactMap { Int($0) }
            switch numbers.count {
            case 1: written += place(numbers[0]) ?? ""
            case 2:
                guard let before = count(numbers[0]) else { return nil }
                written += String(before + numbers[1])
            default: return nil
            }
        }
        return written
    }
}
