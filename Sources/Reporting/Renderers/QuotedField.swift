/// One field of comma-separated values (RFC 4180).
package enum QuotedField {
    /// The field: quoted where it has to be, or where it could be taken for a comment.
    ///
    /// A text that a spreadsheet would run as a formula gets an apostrophe before it; numbers stay as they are.
    package static func text(_ text: String) -> String {
        let text = isFormula(text) ? "'" + text : text
        let scalars = text.unicodeScalars
        let needsQuotes = scalars.contains { $0 == "," || $0 == quote || $0 == "\n" || $0 == "\r" }
        guard needsQuotes || scalars.first == "#" else { return text }
        // By scalar: a quote with an accent upon it is one character, and still a quote for a reader.
        let doubled = scalars.flatMap { $0 == quote ? [quote, quote] : [$0] }
        return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
    }

    private static let quote: Unicode.Scalar = "\""

    private static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else {
            return false
        }
        return Double(text) == nil
    }
}
