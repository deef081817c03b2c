/// How often each row of a group is drawn in a bootstrap resample.
struct RowResample {
    /// For each row how often it counts; they add up to the number of rows.
    private(set) var multiplicities: [Int32]
    /// The rows that are drawn among themselves.
    private let strata: [[Int32]]

    /// Rows drawn among all of a group, or among those of their class.
    init(_ group: Sample, keepsClasses: Bool) {
        self.init(labels: group.labels, keepsClasses: keepsClasses)
    }

    /// Rows with these labels.
    init(labels: [Int8], keepsClasses: Bool) {
        multiplicities = Array(repeating: 0, count: labels.count)
        let rows = labels.indices.map { Int32(truncatingIfNeeded: $0) }
        let classes =
            keepsClasses ? [0, 1].map { label in rows.filter { labels[Int($0)] == label } } : [rows]
        strata = classes.filter { !$0.isEmpty }
    }

    /// Draws anew.
    mutating func draw(_ source: inout RandomSource) {
        for row in multiplicities.indices { multiplicities[row] = 0 }
        for stratum in strata {
            for _ in stratum.indices { multiplicities[Int(stratum[source.next(below: stratum.count)])] += 1 }
        }
    }
}
