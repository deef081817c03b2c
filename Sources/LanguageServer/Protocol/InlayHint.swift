/// Words that an editor shows in the text, and that are not in it.
struct InlayHint: Encodable {
    /// Where they stand.
    let position: TextPosition
    /// The words.
    let label: String
    /// Whether a blank stands before them.
    let paddingLeft = true
}
