import Statistics

/// One group of a section: its levels, its counts and one number for each column.
package struct ReportRow: Sendable {
    /// One level for each attribute of the grouping; empty for everybody.
    package let levels: [String]
    /// The counts of the group.
    package let counts: Confusion
    /// Whether the group is smaller than the smallest size asked for.
    package let isSmall: Bool
    /// One number for each column of the section.
    package let numbers: [ReportNumber]

    /// The levels joined by `|`, or `overall`.
    package var key: String { levels.isEmpty ? "overall" : levels.joined(separator: "|") }
}
