/// A tensor's name with numbers left open: `layer#.#.conv1.*`. `#` is a number, `*` at the end is whatever follows.
struct NamePattern: Sendable {
    private enum Piece: Sendable {
        case text(String)
        case number(offset: Int)
        case rest
    }

    /// What stood at the open places of a name.
    struct Match: Equatable, Sendable {
        var numbers: [Int] = []
        var rest = ""
    }

    private let pieces: [Piece]

    /// Reads a pattern; in one that names are written by, `#+1` and `#-1` move a number.
    init(_ text: String) {
        var pieces: [Piece] = []
        var literal = ""
        var rest = Substring(text)
        func flush() {
            if !literal.isEmpty { pieces.append(.text(literal)) }
            literal = ""
        }
        while let character = rest.popFirst() {
            switch character {
            case "#":
                flush()
                var offset = 0
                if let sign = rest.first, sign == "+" || sign == "-", rest.dropFirst().first == "1" {
                    offset = sign == "+" ? 1 : -1
                    rest = rest.dropFirst(2)
                }
                pieces.append(.number(offset: offset))
            case "*" where rest.isEmpty:
                flush()
                pieces.append(.rest)
            default: literal.append(character)
            }
        }
        flush()
        self.pieces = pieces
    }

    /// What stands at the open places of `name`; nil where it is no such name.
    func match(_ name: String) -> Match? {
        var result = Match()
        var left = Substring(name)
        for piece in pieces {
            switch piece {
            case .text(let text):
                guard left.hasPrefix(text) else { return nil }
                left = left.dropFirst(text.count)
            case .number:
                let digits = left.prefix(while: \.isWholeNumber)
                guard let number = Int(digits), digits.utf8.count <= 4 else { return nil }
                result.numbers.append(number)
                left = left.dropFirst(digits.count)
            case .rest:
                result.rest = String(left)
                left = ""
            }
        }
        return left.isEmpty ? result : nil
    }

    /// The name with `match` at the open places, in order.
    func name(_ match: Match) -> String {
        var numbers = match.numbers[...]
        return pieces.reduce(into: "") { result, piece in
            switch piece {
            case .text(let text): result += text
            case .number(let offset): result += String((numbers.popFirst() ?? 0) + offset)
            case .rest: result += match.rest
            }
        }
    }
}
