/// A mark that is none of the language and whose meaning is known.
struct ForeignMark {
    /// What is written under it.
    var label = "no part of the language"
    /// What was probably meant.
    var hint: String?
    /// The mark of the language that means the same.
    var replacement: String?
    /// Whether it means something right behind a number.
    var belongsToNumber = false

    /// What a run of bytes that is nothing was probably meant as; nil where nobody knows.
    static func known(_ text: String) -> ForeignMark? {
        if let word = words[text] { return ForeignMark(hint: "write `\(word)`", replacement: " \(word) ") }
        if let same = same[text] { return ForeignMark(hint: "write `\(same)`", replacement: same) }
        guard let first = text.unicodeScalars.first else { return nil }
        if first.properties.isWhitespace {
            return ForeignMark(
                label: "a blank of another kind", hint: "write a plain blank",
                replacement: text.unicodeScalars.count == 1 ? " " : nil)
        }
        switch first {
        case "\u{201C}", "\u{201D}", "\u{201E}", "'", "\u{2018}", "\u{2019}", "`", "\u{AB}", "\u{BB}":
            return ForeignMark(hint: "strings stand between \"straight\" quotes")
        case "\u{2013}", "\u{2014}", "\u{2212}": return ForeignMark(hint: "write `-`, or `..` for a range")
        case "!": return ForeignMark(hint: "write `not`, or `!=`")
        case "%":
            return ForeignMark(
                hint: "a percent sign stands right behind its number: `95%`", belongsToNumber: text == "%")
        default: return nil
        }
    }

    /// Marks that are a word of the language, which stands between blanks.
    private static let words = ["&": "and", "&&": "and", "|": "or", "||": "or"]

    /// Marks that are the same as one of the language, and nothing else.
    private static let same = [
        "\u{2026}": "..", "\u{D7}": "*", "\u{F7}": "/", "\u{2264}": "<=", "\u{2265}": ">=", "\u{2260}": "!=",
        "\u{FF0C}": ",", "\u{3001}": ",", "\u{FF1B}": ";", "\u{FF1A}": ":", "\u{FF1D}": "=", "\u{FF08}": "(",
        "\u{FF09}": ")", "\u{3010}": "[", "\u{3011}": "]", "\u{FF3B}": "[", "\u{FF3D}": "]",
    ]
}
