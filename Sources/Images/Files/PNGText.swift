/// A text chunk of a PNG file: where a generated image keeps its provenance.
public struct PNGText: Sendable, Hashable {
    /// The keyword: 1 to 79 printable ASCII characters.
    public let key: String
    /// The text: stored as `tEXt` when it is ASCII, else as `iTXt`; without null characters.
    public let text: String

    /// A chunk of `text` under `key`.
    public init(key: String, text: String) {
        self.key = key
        self.text = text
    }

    /// Throws unless the chunk can be stored.
    func check() throws(ImageError) {
        let characters = Array(key.utf8)
        guard (1...79).contains(characters.count) else {
            throw .unusableText(
                key: key, reason: "a keyword has 1 to 79 characters, this has \(characters.count)")
        }
        guard characters.allSatisfy({ (0x20...0x7E).contains($0) }), characters.first != 0x20,
            characters.last != 0x20
        else {
            throw .unusableText(key: key, reason: "a keyword is printable ASCII without spaces around it")
        }
        guard !key.contains("  ") else {
            throw .unusableText(key: key, reason: "a keyword has no two spaces in a row")
        }
        guard !text.utf8.contains(0) else {
            throw .unusableText(key: key, reason: "the text contains a null character")
        }
    }
}
