/// The outcomes of two classifiers on the same images, row beside row.
package struct PairedRecords: Sendable {
    /// The first classifier's outcomes on the shared images.
    package let first: RecordTable
    /// The second's, on the same images in the same order; labels and attributes are the first's.
    package let second: RecordTable
    /// Images that only the first classifier judged.
    package let onlyFirst: Int
    /// Images that only the second judged.
    package let onlySecond: Int
    /// Shared images left out because an outcome is missing for one of the two.
    package let excludedMissingOutcome: Int

    /// The number of images in both tables.
    package var count: Int { first.count }

    /// Two tables whose rows are the same images in the same order.
    package init(sameRows first: RecordTable, _ second: RecordTable) throws(StatisticsError) {
        guard first.count == second.count else {
            throw .unequalColumns(column: "the second classifier", expected: first.count, found: second.count)
        }
        let ids = first.labels.indices.map { "row \($0 + 1)" }
        try self.init(first, ids, Array(first.labels.indices), second, Array(second.labels.indices))
    }

    /// Two tables whose rows are matched by the ids of their images.
    ///
    /// An id that stands twice in one table, or that the tables give different labels, is an error.
    package init(
        _ first: RecordTable, ids firstIDs: [String], _ second: RecordTable, ids secondIDs: [String]
    ) throws(StatisticsError) {
        let places = try Self.places(secondIDs, of: second, set: "the second set")
        _ = try Self.places(firstIDs, of: first, set: "the first set")
        var (rows, matches): ([Int], [Int]) = ([], [])
        for (row, id) in firstIDs.enumerated() {
            guard let match = places[id] else { continue }
            rows.append(row)
            matches.append(match)
        }
        try self.init(first, firstIDs, rows, second, matches)
    }

    private init(
        _ first: RecordTable, _ ids: [String], _ rows: [Int], _ second: RecordTable, _ matches: [Int]
    ) throws(StatisticsError) {
        var (kept, keptMatches): ([Int], [Int]) = ([], [])
        for (row, match) in zip(rows, matches) where first.labels[row] >= 0 && second.labels[match] >= 0 {
            guard first.labels[row] == second.labels[match] else { throw .labelsDisagree(id: ids[row]) }
            kept.append(row)
            keptMatches.append(match)
        }
        self.first = RecordTable(first, rows: kept)
        self.second = RecordTable(second, rows: keptMatches, attributes: self.first.attributes)
        onlyFirst = first.count - rows.count
        onlySecond = second.count - rows.count
        excludedMissingOutcome = rows.count - kept.count
    }

    private static func places(
        _ ids: [String], of table: RecordTable, set: String
    ) throws(StatisticsError) -> [String: Int] {
        guard ids.count == table.count else {
            throw .unequalColumns(column: "id", expected: table.count, found: ids.count)
        }
        var places: [String: Int] = [:]
        for (row, id) in ids.enumerated() {
            if let earlier = places.updateValue(row, forKey: id) {
                throw .repeatedID(id: id, set: set, row: row, earlier: earlier)
            }
        }
        return places
    }
}
