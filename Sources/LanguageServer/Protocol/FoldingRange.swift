/// Lines that an editor may hide, but for the first.
struct FoldingRange: Encodable, Hashable {
    /// The first line, from 0.
    let startLine: Int
    /// The last line hidden.
    let endLine: Int
    /// `comment` for comments; nil otherwise.
    let kind: String?
}
