/// A text with the places where lines may break (after Wadler, "A prettier printer", 2003).
enum Document {
    /// Words; `at` is the offset of the token they come from, which places comments.
    case text(String, at: Int?)
    /// A blank, or a line break where the group around it breaks.
    case line
    /// Nothing, or a line break where the group around it breaks.
    case softLine
    /// A line break.
    case hardLine
    /// Parts in order.
    case sequence([Document])
    /// Parts on one line if they fit, else all their lines break.
    case group([Document])
    /// Parts whose lines begin further in.
    case indent([Document])

    /// Words that come from no token of their own.
    static func word(_ text: String) -> Document {
        .text(text, at: nil)
    }

    /// Parts with something between each two.
    static func joined(_ parts: [Document], by separator: [Document]) -> Document {
        var all: [Document] = []
        all.reserveCapacity(parts.count * (1 + separator.count))
        for (index, part) in parts.enumerated() {
            if index > 0 { all += separator }
            all.append(part)
        }
        return .sequence(all)
    }

    /// Parts with commas between them, and a possible line break behind each comma.
    static func list(_ parts: [Document]) -> Document {
        joined(parts, by: [word(","), .line])
    }
}
