/// An ordered list of attributes whose declared levels, multiplied, make the groups: `by sex*age`.
///
/// Without an attribute there is one group, everybody.
package struct Grouping: Sendable, Hashable {
    /// The most groups that one grouping may make.
    package static let maximumGroups = 4_096

    /// The names of the attributes, the slowest first.
    package let attributes: [String]

    /// A grouping by these attributes.
    package init(_ attributes: [String]) {
        self.attributes = attributes
    }

    /// Everybody in one group.
    package static let overall = Grouping([])

    /// As a script writes it: `sex*age`, or `all` without an attribute.
    package var name: String {
        attributes.isEmpty ? "all" : attributes.joined(separator: "*")
    }
}
