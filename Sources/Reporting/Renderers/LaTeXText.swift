/// Text of users inside LaTeX: no command, and nothing that `pdflatex` does not know.
enum LaTeXText {
    /// The text without commands; scalars beyond Latin-1 that have no command become `[U+03B1]`.
    static func escaped(_ text: String) -> String {
        PlainText.of(text).unicodeScalars.reduce(into: "") { escaped, scalar in
            if let command = commands[scalar] {
                escaped += command
            } else if scalar.value < 0x7F || isAccented(scalar) {
                escaped.unicodeScalars.append(scalar)
            } else {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                escaped += "[U+\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
            }
        }
    }

    /// As `escaped`, with places to break within words, for names that are wider than a line.
    static func breakable(_ text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            var (pieces, piece) = ([String](), "")
            for character in word {
                piece.append(character)
                if "._/,(){}|:".contains(character) || piece.count >= 12 {
                    pieces.append(piece)
                    piece = ""
                }
            }
            return (pieces + (piece.isEmpty ? [] : [piece])).map(escaped).joined(separator: "\\allowbreak{}")
        }.joined(separator: " ")
    }

    /// Whether a letter of Latin-1 can be composed in any encoding of fonts; eth and thorn cannot.
    private static func isAccented(_ scalar: Unicode.Scalar) -> Bool {
        (0xC0...0xFF).contains(scalar.value) && ![0xD0, 0xDE, 0xF0, 0xFE].contains(scalar.value)
    }

    private static let commands: [Unicode.Scalar: String] = [
        "\\": "\\textbackslash{}", "&": "\\&", "%": "\\%", "$": "\\$", "#": "\\#", "_": "\\_", "{": "\\{",
        "}": "\\}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "<": "\\textless{}",
        ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "''", "`": "\\`{}",
        "\u{A0}": "~", "\u{B0}": "$^\\circ$", "\u{B1}": "$\\pm$", "\u{B5}": "$\\mu$",
        "\u{D7}": "$\\times$", "\u{F7}": "$\\div$", "\u{2013}": "--", "\u{2014}": "---",
        "\u{2018}": "`", "\u{2019}": "'", "\u{201C}": "``", "\u{201D}": "''", "\u{2026}": "\\ldots{}",
        "\u{2212}": "$-$", "\u{2264}": "$\\leq$", "\u{2265}": "$\\geq$",
    ]
}
