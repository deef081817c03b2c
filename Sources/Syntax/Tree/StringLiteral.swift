import Diagnostics

/// A string as it is meant.
package struct StringLiteral: Sendable, Hashable {
    /// A part of a string.
    package enum Segment: Sendable, Hashable {
        /// Text, escapes replaced, with the place it stands at.
        case text(String, SourceSpan)
        /// `{expr}`, with the place of the braces and all between.
        case interpolation(Expression, SourceSpan)
    }

    /// What stands between the quotes.
    private enum Content: Sendable, Hashable {
        /// Text of one line, as it is written.
        case plain(String)
        /// Escapes, interpolations or several lines.
        case parts([Segment])
    }

    private let content: Content
    /// Where it stands, with its quotes.
    package let span: SourceSpan

    /// Text of one line between single quotes, in which nothing means more than itself.
    package init(plain text: String, span: SourceSpan) {
        content = .plain(text)
        self.span = span
    }

    /// A string of parts.
    package init(segments: [Segment], span: SourceSpan) {
        content = .parts(segments)
        self.span = span
    }

    /// The parts in order.
    package var segments: [Segment] {
        switch content {
        case .plain(""): []
        case .plain(let text): [.text(text, SourceSpan(span.start + 1, span.end - 1))]
        case .parts(let parts): parts
        }
    }

    /// The text of a string without interpolations; nil with one.
    package var plainText: String? {
        if case .plain(let text) = content { return text }
        var text = ""
        for segment in segments {
            guard case .text(let part, _) = segment else { return nil }
            text += part
        }
        return text
    }
}
