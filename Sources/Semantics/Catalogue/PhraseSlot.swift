/// A place in an option that reads as a phrase, such as `short 256 crop 224 bilinear antialias`: one of some words,
/// each perhaps with a number behind it.
public struct PhraseSlot: Sendable, Hashable {
    /// A word that may stand in the place.
    public struct Word: Sendable, Hashable {
        /// How it is written.
        public let text: String
        /// The number that follows it; nil for none.
        public let number: ClosedRange<Int>?
    }

    /// The words, of which one may be written.
    public let words: [Word]
    /// Whether one of them must be.
    public let isNeeded: Bool

    /// A place for one of some words without numbers.
    public init(_ texts: [String], isNeeded: Bool = false) {
        self.init(words: texts.map { Word(text: $0, number: nil) }, isNeeded: isNeeded)
    }

    /// A place for one of some words.
    public init(words: [Word], isNeeded: Bool = false) {
        self.words = words
        self.isNeeded = isNeeded
    }

    /// How the place is written: `short N` or `stretch`.
    var phrase: String {
        let texts = words.map { word in "`\(word.text)\(word.number == nil ? "" : " N")`" }
        return texts.joined(separator: " or ")
    }
}
