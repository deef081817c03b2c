/// Breaks prose into lines at spaces.
struct TextWrap {
    /// The longest line, in characters; a longer word stands alone.
    let width: Int

    /// The lines of a paragraph, those after the first indented further by `hanging`.
    func lines(_ text: String, indent: Int = 0, hanging: Int = 2) -> [String] {
        var lines: [String] = []
        var line = String(repeating: " ", count: indent)
        var isEmpty = true
        for word in text.split(separator: " ") {
            if !isEmpty, line.count + 1 + word.count > width {
                lines.append(line)
                line = String(repeating: " ", count: indent + hanging)
                isEmpty = true
            }
            line += (isEmpty ? "" : " ") + word
            isEmpty = false
        }
        return lines + [line]
    }
}
