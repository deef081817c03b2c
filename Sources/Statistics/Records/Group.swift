/// One declared group of a grouping, and its rows; it may be empty.
package struct Group: Sendable {
    /// One level for each attribute of the grouping.
    package let levels: [String]
    /// The rows of the group.
    package let sample: Sample

    /// The levels joined by `|`, the key of the group in files.
    package var key: String { levels.joined(separator: "|") }
}
