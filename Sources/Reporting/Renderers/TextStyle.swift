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

    /// A verdict that is no pass: red for a failure, yellow for what is not decided.
    func verdict(_ text: String, isFailure: Bool) -> String { styled(text, isFailure ? "1;31" : "1;33") }

    private func styled(_ text: String, _ code: String) -> String {
        isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
