/// One table of a report: the attributes whose values, crossed, make its groups.
public struct Grouping: Sendable, Hashable {
    /// An attribute of a grouping.
    public struct Factor: Sendable, Hashable {
        /// The attribute's name.
        public let attribute: String
        /// How numbers are gathered into groups; nil for one group a value.
        public let binning: Binning?
    }

    /// How numbers are gathered into groups.
    public enum Binning: Sendable, Hashable {
        /// Bins of this width that begin at 0: `age bin 10`.
        case width(Double)
        /// Bins between neighbouring edges, the lower edge in, the upper out but for the last: `age bins [0, 40, 120]`.
        case edges([Double])
    }

    /// The attributes in the order of the script; empty for all rows in one group.
    public let factors: [Factor]

    /// The text of the grouping in tables: `sex*age`.
    public var text: String { factors.map(\.attribute).joined(separator: "*") }
}
