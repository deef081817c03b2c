import Diagnostics

/// Options of a statement or declaration, checked and completed with the catalogue's defaults.
public struct ResolvedOptions: Sendable, Hashable {
    /// One option.
    public struct Entry: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its values; none for a flag such as `paired`.
        public let values: [Value]
        /// Whether the catalogue's default filled it in.
        public let isDefault: Bool
        /// Where it is written; nil for a default.
        public let span: SourceSpan?
        /// Who says it where the script does not: a file beside the weights, or a published model.
        public var origin: String?
    }

    /// The options in the catalogue's order; one without a default is absent unless written.
    public let entries: [Entry]

    /// Takes checked options.
    public init(entries: [Entry] = []) {
        self.entries = entries
    }

    /// The option with this name.
    public subscript(name: String) -> Entry? {
        entries.first { $0.name == name }
    }

    /// Whether an option is present, written or by default.
    public func has(_ name: String) -> Bool {
        self[name] != nil
    }

    /// The first value of an option as a whole number.
    public func integer(_ name: String) -> Int? {
        self[name]?.values.first?.asInteger
    }

    /// The first value of an option as a number; a percent as 0...1.
    public func number(_ name: String) -> Double? {
        self[name]?.values.first?.asDouble
    }

    /// All values of an option as texts, sets taken apart; nil where it is not present.
    public func texts(_ name: String) -> [String]? {
        self[name].map { $0.values.flatMap(\.elements).compactMap(\.asText) }
    }

    /// The first value of an option as text: a string or a bare word.
    public func text(_ name: String) -> String? {
        self[name]?.values.first?.asText
    }
}
