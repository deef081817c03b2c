/// What a template is filled with; text of users is escaped here, once, and nowhere else.
enum PageValue {
    /// Text, which is escaped.
    case text(String)
    /// Markup of our own, which is not.
    case markup(String)
    /// Whether a part is shown.
    case flag(Bool)
    /// Parts that repeat.
    case list([PageValue])
    /// Named parts.
    case object([String: PageValue])

    /// A list of texts.
    static func texts(_ texts: [String]) -> PageValue { .list(texts.map { .text($0) }) }

    /// Text, or nothing: a part that is not shown.
    static func optional(_ text: String?) -> PageValue { text.map { .text($0) } ?? .flag(false) }

    /// The value as the template engine takes it.
    ///
    /// The engine's own escaping goes by grapheme, so that a quote with an accent upon it would stay a quote; ours
    /// goes by scalar.
    var content: Any {
        switch self {
        case .text(let text): XMLText.attribute(text)
        case .markup(let markup): markup
        case .flag(let flag): flag
        case .list(let values): values.map(\.content)
        case .object(let members): members.mapValues(\.content)
        }
    }
}
