import Diagnostics

/// A string as written and as meant.
package struct StringLiteral: Sendable, Hashable {
    /// A part of a string.
    package enum Segment: Sendable, Hashable {
        /// Text, escapes replaced, with the place it stands at.
        case text(String, SourceSpan)
        /// `{expr}`, with the place of the braces and all between.
        case interpolation(Expression, SourceSpan)
    }

    /// The parts in order.
    package let segments: [Segment]
    /// The string as written, with its quotes.
    package let spelling: String
    /// Where it stands.
    package let span: SourceSpan

    /// The text of a string without interpolations; nil with one.
    package var plainText: String? {
        var text = ""
        for segment in segments {
            guard case .text(let part, _) = segment else { return nil }
            text += part
        }
        return text
    }
}
