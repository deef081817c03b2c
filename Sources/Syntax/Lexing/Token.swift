import Diagnostics

/// A word, number, string or mark of a script. What stands between two tokens is trivia: blanks, line breaks, comments.
package struct Token: Sendable, Hashable {
    /// What a token is.
    package enum Kind: Sendable, Hashable {
        /// A name.
        case identifier
        /// A word that is never a name.
        case keyword(Keyword)
        /// A whole number.
        case integer
        /// A number with a fraction or an exponent.
        case number
        /// A number with `%`.
        case percent
        /// A time such as `2h30m`.
        case duration
        /// A number of bytes such as `4GB`.
        case size
        /// A skin type, `I` to `VI`.
        case fitzpatrick
        /// A string, with its quotes.
        case string
        /// A mark.
        case mark(Mark)
        /// Bytes that are nothing; the lexer has said so.
        case invalid
        /// The end of the source.
        case end
    }

    /// What it is.
    package let kind: Kind
    /// Whether a line break before it separates two statements or items.
    package let startsItem: Bool
    /// The offset of its first byte.
    package let start: UInt32
    /// The offset behind its last byte.
    package let end: UInt32

    /// The bytes it covers.
    package var span: SourceSpan { SourceSpan(start..<end) }
}
