/// Colour and weight on a terminal, or none.
struct TextStyle {
    /// Whether escape codes are written.
    let isColoured: Bool

    /// A heading.
    func heading(_ text: String) -> String { styled(text, "1") }
    /// A warning that must not be missed.
    func warning(_ text: String) -> String { styled(text, "1;33") }
    /// Something of less weight.
    func faint(_ text: String) -> String { styled(text, "2") }

    private func styled(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
