/// A table cut into the declared groups of a grouping, the empty ones included.
package struct GroupedRecords: Sendable {
    /// The grouping.
    package let grouping: Grouping
    /// All declared groups, the last attribute running fastest.
    package let groups: [Group]
    /// All rows with an outcome together, also those that lack an attribute of the grouping.
    package let everybody: Sample
    /// The rows with an outcome that lack an attribute of this grouping.
    package let ungrouped: Sample

    /// How many rows with an outcome lack an attribute of this grouping.
    package var excludedMissingAttribute: Int { ungrouped.counts.total }
}

extension RecordTable {
    /// The table cut into groups; O(n) for each grouping.
    package func grouped(by groupings: [Grouping]) throws(StatisticsError) -> [GroupedRecords] {
        let sorted = SortedRows(self)
        var result: [GroupedRecords] = []
        for grouping in groupings { result.append(try grouped(by: grouping, sorted)) }
        return result
    }

    /// The table cut into the groups of one grouping.
    package func grouped(by grouping: Grouping) throws(StatisticsError) -> GroupedRecords {
        try grouped(by: grouping, SortedRows(self))
    }

    private func grouped(by grouping: Grouping, _ sorted: SortedRows) throws(StatisticsError)
        -> GroupedRecords
    {
        let places = try GroupPlaces(self, by: grouping)
        // The last part holds the rows without a group.
        let codes = sorted.rows.map { row -> Int32 in
            let code = places.codes[Int(row)]
            return code < 0 ? Int32(truncatingIfNeeded: places.groupCount) : code
        }
        let parts = sorted.sample.parts(codes, count: places.groupCount + 1)
        let groups = parts.dropLast().enumerated().map { index, sample in
            Group(levels: places.levels(of: index), sample: sample)
        }
        return GroupedRecords(
            grouping: grouping, groups: groups, everybody: sorted.sample, ungrouped: parts[places.groupCount])
    }
}
