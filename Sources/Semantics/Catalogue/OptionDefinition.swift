/// An option of a statement or declaration, or a setting.
public struct OptionDefinition: Sendable, Hashable {
    /// Which value an option takes.
    public enum Kind: Sendable, Hashable {
        /// None: its presence says it.
        case flag
        /// A whole number in a range.
        case integer(ClosedRange<Int>)
        /// A number in a range.
        case number(ClosedRange<Double>)
        /// A number in 0...1, also written as a percent.
        case share
        /// The same, or one of these words.
        case shareOrWord([String])
        /// Any text.
        case string
        /// A file that must exist.
        case inputFile
        /// A file or folder to write.
        case outputPath
        /// A column of a table: a bare word or text.
        case column
        /// One of these words.
        case word([String])
        /// The name of a group: any literal, kept as text.
        case level
        /// A set of texts, or one.
        case texts
        /// A record from attributes to columns.
        case columnMap
        /// A name, bare or in quotes.
        case name
        /// Three numbers, one for each channel, or one of these words.
        case triple([String])
        /// A record of numbers, or of sets of them.
        case numbers
        /// A set of columns, or one; or a record from names to such.
        case columns
        /// A record from names to texts or sets of them.
        case textsByName
        /// A time.
        case duration
        /// A number of bytes.
        case size
    }

    /// Its name.
    public let name: String
    /// The values it takes, in order; the ones behind `required` may be left out.
    public let parameters: [Kind]
    /// How many of its values must be written.
    public let required: Int
    /// The values when the option is not written; nil for none.
    public let defaults: [Value]?
    /// What it does, in one line.
    public let summary: String
    /// A word that stands before the name: `guidance channels all` is option `channels`; nil for none.
    public let leading: String?
    /// The places of an option that reads as a phrase, which has no `parameters`; empty for any other.
    public var phrase: [PhraseSlot] = []

    /// How the option is written: its name, and the word before it where there is one.
    package var spelling: String { leading.map { "\($0) \(name)" } ?? name }

    /// Describes an option.
    public init(
        _ name: String, _ parameters: [Kind], required: Int? = nil, defaults: [Value]? = nil,
        _ summary: String, leading: String? = nil
    ) {
        self.name = name
        self.parameters = parameters
        self.required = required ?? parameters.count
        self.defaults = defaults
        self.summary = summary
        self.leading = leading
    }
    /// Describes an option that reads as a phrase.
    public init(_ name: String, phrase: [PhraseSlot], _ summary: String) {
        self.init(name, [], summary)
        self.phrase = phrase
    }

    /// The words that may stand behind its name.
    package var words: [String] {
        phrase.isEmpty ? parameters.first?.words ?? [] : phrase.flatMap { $0.words.map(\.text) }
    }
}
