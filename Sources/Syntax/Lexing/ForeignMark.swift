/// A mark that is none of the language, with what is known of its meaning.
struct ForeignMark {
    /// What is written under it.
    var label = "no part of the language"
    /// What was probably meant.
    var hint: String?
    /// The mark of the language that means the same.
    var replacement: String?
    /// Whether it means something right behind a number.
    var belongsToNumber = false

    /// What a run of bytes that is nothing was probably meant as.
    init(_ text: String) {
        if let word = Self.words[text] {
            (hint, replacement) = ("write `\(word)`", " \(word) ")
            return
        }
        if let same = Self.same[text] {
            (hint, replacement) = ("write `\(same)`", same)
            return
        }
        switch text.unicodeScalars.first {
        case let first? where first.properties.isWhitespace:
            (label, hint) = ("a blank of another kind", "write a plain blank")
            replacement = text.unicodeScalars.count == 1 ? " " : nil
        case "\u{201C}", "\u{201D}", "\u{201E}", "'", "\u{2018}", "\u{2019}", "`", "\u{AB}", "\u{BB}":
            hint = "strings stand between \"straight\" quotes"
        case "\u{2013}", "\u{2014}", "\u{2212}": hint = "write `-`, or `..` for a range"
        case "!": hint = "write `not`, or `!=`"
        case "%":
            hint = "a percent sign stands right behind its number: `95%`"
            belongsToNumber = text == "%"
        default: break
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
