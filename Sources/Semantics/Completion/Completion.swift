/// A word that may stand at a place of a script.
public struct Completion: Sendable, Hashable {
    /// What kind of word it is.
    public enum Kind: String, Sendable, Hashable {
        /// A word that begins a statement or a clause.
        case word
        /// An attribute.
        case attribute
        /// A value of an attribute.
        case value
        /// A metric.
        case metric
        /// A classifier.
        case classifier
        /// A generator or data set source.
        case source
        /// An option or setting.
        case option
        /// A name that the session has bound.
        case name
        /// A file: the text is what is typed of it so far, and the shell's rules find the rest.
        case file
    }

    /// The whole word, of which a part may be typed already.
    public let text: String
    /// What kind of word it is.
    public let kind: Kind
}
