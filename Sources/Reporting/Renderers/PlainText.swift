/// Text of users without control characters, which would steer a terminal or break a file.
enum PlainText {
    /// The text with U+FFFD for each control character; line feeds and tabs become blanks.
    static func of(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    if scalar == "\n" || scalar == "\t" { return " " }
                    let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
                    return isControl ? "\u{FFFD}" : scalar
                }))
    }
}
