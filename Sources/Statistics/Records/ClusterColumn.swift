/// Which rows of a table depend on one another: those of one patient, of one lesion, or of one site.
///
/// Intervals and tests of clustered rows take whole clusters as their units (spec/metrics.md, 4.4).
package struct ClusterColumn: Sendable, Hashable {
    /// What makes a cluster, such as `patient_id`.
    package let name: String
    /// For each row the number of its cluster, from 0.
    let codes: [Int32]
    /// How many rows name no cluster; each of them is one of its own.
    package let missing: Int

    /// The clusters of rows by their names; nil is missing.
    package init(name: String, values: [String?]) {
        self.name = name
        let names = Set(values.compactMap(\.self)).sorted()
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        var next = names.count
        codes = values.map { value in
            if let value, let number = numbers[value] { return Int32(truncatingIfNeeded: number) }
            defer { next += 1 }
            return Int32(truncatingIfNeeded: next)
        }
        missing = values.count { $0 == nil }
    }

    /// The clusters of rows by their place among some names; -1 is missing.
    package init(name: String, names: [String], codes: [Int32]) {
        self.name = name
        let order = names.indices.sorted { names[$0] < names[$1] }
        var numbers = [Int32](repeating: 0, count: names.count)
        for (number, place) in order.enumerated() { numbers[place] = Int32(truncatingIfNeeded: number) }
        var next = Int32(truncatingIfNeeded: names.count)
        self.codes = codes.map { code in
            if code >= 0 { return numbers[Int(code)] }
            defer { next += 1 }
            return next
        }
        missing = codes.count { $0 < 0 }
    }

    /// The number of rows.
    package var rowCount: Int { codes.count }

    /// The number of clusters, the rows that are one of their own included.
    package var count: Int { Set(codes).count }

    private init(name: String, codes: [Int32], missing: Int) {
        self.name = name
        self.codes = codes
        self.missing = missing
    }

    /// The column of some rows.
    package func rows(_ rows: [Int]) -> ClusterColumn {
        ClusterColumn(name: name, codes: rows.map { codes[$0] }, missing: missing)
    }
}
