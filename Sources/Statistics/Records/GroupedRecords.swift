/// A table cut into the declared groups of a grouping, the empty ones included.
package struct GroupedRecords: Sendable {
    /// The grouping.
    package let grouping: Grouping
    /// All declared groups, the last attribute running fastest.
    package let groups: [Group]
    /// All rows with an outcome together, also those that lack an attribute of the grouping.
    package let everybody: Sample
    /// How many rows with an outcome lack an attribute of this grouping.
    package let excludedMissingAttribute: Int
}

extension RecordTable {
    /// The table cut into groups; O(n log n) for its first grouping and O(n) for each further one.
    package func grouped(by groupings: [Grouping]) throws(StatisticsError) -> [GroupedRecords] {
        let order = sortedRows()
        let everybody = Sample(self, rows: order)
        var result: [GroupedRecords] = []
        for grouping in groupings {
            result.append(try grouped(by: grouping, order: order, everybody: everybody))
        }
        return result
    }

    /// The table cut into the groups of one grouping.
    package func grouped(by grouping: Grouping) throws(StatisticsError) -> GroupedRecords {
        let order = sortedRows()
        return try grouped(by: grouping, order: order, everybody: Sample(self, rows: order))
    }

    private func grouped(
        by grouping: Grouping, order: [Int32], everybody: Sample
    ) throws(StatisticsError) -> GroupedRecords {
        let columns = try columns(of: grouping)
        let groupCount = columns.reduce(1) { $0 * $1.levels.count }
        var rows = [[Int32]](repeating: [], count: groupCount)
        var excluded = 0
        for row in order {
            var index = 0
            for column in columns where index >= 0 {
                let code = Int(column.codes[Int(row)])
                index = code < 0 ? -1 : index * column.levels.count + code
            }
            if index < 0 { excluded += 1 } else { rows[index].append(row) }
        }
        let groups = rows.enumerated().map { index, rows in
            Group(levels: Self.levels(of: index, in: columns), sample: Sample(self, rows: rows))
        }
        return GroupedRecords(
            grouping: grouping, groups: groups, everybody: everybody, excludedMissingAttribute: excluded)
    }

    private func columns(of grouping: Grouping) throws(StatisticsError) -> [AttributeColumn] {
        var columns: [AttributeColumn] = []
        var groupCount = 1
        for name in grouping.attributes {
            guard let column = attributes.first(where: { $0.name == name }) else {
                throw .unknownAttribute(name: name, known: attributes.map(\.name))
            }
            groupCount = groupCount.multipliedReportingOverflow(by: column.levels.count).partialValue
            guard groupCount <= Grouping.maximumGroups else {
                throw .tooManyGroups(
                    grouping: grouping.name, groups: groupCount, limit: Grouping.maximumGroups)
            }
            columns.append(column)
        }
        return columns
    }

    private static func levels(of index: Int, in columns: [AttributeColumn]) -> [String] {
        var levels: [String] = []
        var rest = index
        for column in columns.reversed() {
            levels.append(column.levels[rest % column.levels.count])
            rest /= column.levels.count
        }
        return levels.reversed()
    }

    /// The rows with an outcome, by rising score, then label, decision and weight.
    private func sortedRows() -> [Int32] {
        var keys: [SortKey] = []
        keys.reserveCapacity(count)
        for row in labels.indices where labels[row] >= 0 {
            // Adding 0 turns -0 into 0; the bits of doubles of at least 0 rise with their values.
            let score = ((scores?[row] ?? 0) + 0).bitPattern
            let kind = UInt8(2 * labels[row] + decisions[row])
            keys.append(
                SortKey(score: score, kind: kind, weight: weights?[row] ?? 1, row: Int32(clamping: row)))
        }
        keys.sort { left, right in
            if left.score != right.score { return left.score < right.score }
            return left.kind != right.kind ? left.kind < right.kind : left.weight < right.weight
        }
        return keys.map(\.row)
    }

    /// What a row is sorted by.
    private struct SortKey {
        let score: UInt64
        let kind: UInt8
        let weight: Double
        let row: Int32
    }
}
