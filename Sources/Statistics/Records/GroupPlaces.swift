/// Which declared group of a grouping each row belongs to.
struct GroupPlaces {
    /// The attributes of the grouping.
    let columns: [AttributeColumn]
    /// How many groups are declared.
    let groupCount: Int
    /// For each row of the table the index of its group, or -1 where an attribute is missing.
    let codes: [Int32]

    /// The groups of a table's rows.
    init(_ table: RecordTable, by grouping: Grouping) throws(StatisticsError) {
        var columns: [AttributeColumn] = []
        var groupCount = 1
        for name in grouping.attributes {
            guard let column = table.attributes.first(where: { $0.name == name }) else {
                throw .unknownAttribute(name: name, known: table.attributes.map(\.name))
            }
            groupCount = groupCount.multipliedReportingOverflow(by: column.levels.count).partialValue
            guard groupCount <= Grouping.maximumGroups else {
                throw .tooManyGroups(
                    grouping: grouping.name, groups: groupCount, limit: Grouping.maximumGroups)
            }
            columns.append(column)
        }
        self.columns = columns
        self.groupCount = groupCount
        codes = Self.codes(columns, count: table.count)
    }

    /// The levels of a group, the last attribute running fastest.
    func levels(of group: Int) -> [String] {
        var levels: [String] = []
        var rest = group
        for column in columns.reversed() {
            levels.append(column.levels[rest % column.levels.count])
            rest /= column.levels.count
        }
        return levels.reversed()
    }

    private static func codes(_ columns: [AttributeColumn], count: Int) -> [Int32] {
        guard let first = columns.first else { return Array(repeating: 0, count: count) }
        var codes = first.codes
        for column in columns.dropFirst() {
            let levels = Int32(truncatingIfNeeded: column.levels.count)
            for row in codes.indices {
                let isKnown = codes[row] >= 0 && column.codes[row] >= 0
                codes[row] = isKnown ? codes[row] * levels + column.codes[row] : -1
            }
        }
        return codes
    }
}
