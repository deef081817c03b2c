/// A metric: its name, what it is computed from, and what it needs to be defined.
public struct MetricDefinition: Sendable, Hashable {
    /// What a metric needs of the rows.
    public struct Needs: OptionSet, Sendable, Hashable {
        /// The bits.
        public let rawValue: Int

        /// Takes the bits.
        public init(rawValue: Int) {
            self.rawValue = rawValue
        }

        /// The true class of every row.
        public static let labels = Needs(rawValue: 1)
        /// Rows that are truly positive.
        public static let positives = Needs(rawValue: 2)
        /// Rows that are truly negative.
        public static let negatives = Needs(rawValue: 4)
        /// A probability for every row, not only a decision.
        public static let probabilities = Needs(rawValue: 8)
        /// Two groups at least.
        public static let groups = Needs(rawValue: 16)
        /// Decisions of the same image as of every value of an attribute.
        public static let counterfactual = Needs(rawValue: 32)
    }

    /// How a metric's value comes about.
    public enum Kind: Sendable, Hashable {
        /// One value a group.
        case quantity
        /// Largest minus smallest of a quantity over the groups.
        case gap(of: String)
        /// The larger of the gaps of several quantities, or the smaller of their ratios.
        case combined(of: [String], isRatio: Bool)
        /// The worst of a quantity over the groups.
        case worst(of: String)
        /// Another measure of how far the groups lie apart in a quantity.
        case spread(of: String)
    }

    /// Which values are good.
    public enum Direction: String, Sendable, Hashable {
        /// Larger is better.
        case higher
        /// Smaller is better.
        case lower
        /// Neither.
        case neutral
    }

    /// Its name in scripts and reports.
    public let name: String
    /// Other names.
    public let aliases: [String]
    /// What it is, as a report prints it: `DP (max-min accuracy)`.
    public let title: String
    /// How its value comes about.
    public let kind: Kind
    /// What it needs.
    public let needs: Needs
    /// Which values are good.
    public let direction: Direction
    /// What the literature calls it, with the source; empty where there is nothing to add.
    public let literature: String

    /// A number that may stand in its parentheses; nil for a metric without one.
    public var parameter: Parameter?

    /// A number that a metric depends on.
    public struct Parameter: Sendable, Hashable {
        /// Its name before the colon.
        public let name: String
        /// The numbers that it may be.
        public let range: ClosedRange<Double>
        /// What it is where none is written.
        public let usual: Double
        /// What it does, in one line.
        public let summary: String
    }

    /// What it is, without the name that may stand before it: `max-min accuracy`.
    package var gloss: String {
        guard let open = title.firstIndex(of: "("), title.hasSuffix(")") else { return title }
        return String(title[title.index(after: open)...].dropLast())
    }

    /// Whether it compares groups and so is nothing without `by`.
    public var comparesGroups: Bool { needs.contains(.groups) }
}
