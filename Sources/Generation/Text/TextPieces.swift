/// Cuts normalised text into the pieces that byte-pair encoding works on.
///
/// The alternation of OpenAI's pattern, leftmost first: the two special tokens, English contractions, runs of
/// letters, single digits, runs of anything else but white space.
enum TextPieces {
    /// One piece of a text.
    enum Piece: Equatable {
        case start
        case end
        case text(String)
    }

    private static let startLiteral = Array("<|startoftext|>".unicodeScalars)
    private static let endLiteral = Array("<|endoftext|>".unicodeScalars)
    private static let contractions = ["'s", "'t", "'re", "'ve", "'m", "'ll", "'d"].map {
        Array($0.unicodeScalars)
    }

    private enum Class {
        case space, letter, number, other
    }

    /// - Parameter specialsFirst: whether a special token also ends a run of signs before it, as in HuggingFace's
    ///   tokenizer, which looks for special tokens before anything else.
    static func cut(_ scalars: [Unicode.Scalar], specialsFirst: Bool) -> [Piece] {
        var pieces: [Piece] = []
        var index = 0
        while index < scalars.count {
            let rest = scalars[index...]
            let kind = Self.kind(of: scalars[index])
            var length = 1
            if rest.starts(with: startLiteral) {
                (length, pieces) = (startLiteral.count, pieces + [.start])
            } else if rest.starts(with: endLiteral) {
                (length, pieces) = (endLiteral.count, pieces + [.end])
            } else if kind != .space {
                length = pieceLength(rest, kind: kind, specialsFirst: specialsFirst)
                pieces.append(.text(String(String.UnicodeScalarView(rest.prefix(length)))))
            }
            index += length
        }
        return pieces
    }

    private static func pieceLength(_ rest: ArraySlice<Unicode.Scalar>, kind: Class, specialsFirst: Bool)
        -> Int
    {
        if let contraction = contractions.first(where: { rest.starts(with: $0) }) { return contraction.count }
        guard kind != .number else { return 1 }
        let run = rest.indices.prefix { index in
            guard Self.kind(of: rest[index]) == kind else { return false }
            return !(specialsFirst && kind == .other && beginsSpecial(rest[index...]))
        }
        return run.count
    }

    private static func beginsSpecial(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
        rest.first == "<" && (rest.starts(with: startLiteral) || rest.starts(with: endLiteral))
    }

    private static func kind(of scalar: Unicode.Scalar) -> Class {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: .letter
        case .decimalNumber, .letterNumber, .otherNumber: .number
        default: scalar.properties.isWhitespace ? .space : .other
        }
    }
}
