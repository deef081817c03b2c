/// What a documented word is.
package enum TopicKind: String, Sendable, Hashable, CaseIterable {
    /// A name that a script has bound.
    case name
    /// A statement.
    case statement
    /// A word inside statements.
    case word
    /// An attribute of people or lesions.
    case attribute
    /// A metric.
    case metric
    /// A source of images.
    case generator
    /// A classifier of the zoo.
    case classifier
    /// A network that runs from a file.
    case network
    /// A source of data sets.
    case dataset
    /// A kind of plot.
    case plot
    /// A format of `export`.
    case format
    /// What `set` sets.
    case setting
    /// An option of a statement or declaration.
    case option
    /// A module of the standard library, or a name that it declares.
    case module
    /// The code of a message.
    case code

    /// One of it, in words.
    package var noun: String {
        switch self {
        case .dataset: "dataset source"
        default: rawValue
        }
    }

    /// All of it, in a word that `doc` takes.
    package var plural: String { rawValue + "s" }

    /// The kind of which this word means all.
    init?(plural: String) {
        guard let kind = Self.allCases.first(where: { $0.plural == plural }) else { return nil }
        self = kind
    }
}
