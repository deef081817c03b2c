/// How often each row of a group is drawn in a bootstrap resample.
struct RowResample {
    /// For each row how often it counts; they add up to the number of rows.
    private(set) var multiplicities: [Int32]
    /// The rows of each class, where those are drawn among themselves; empty where all are drawn together.
    private let strata: [[Int32]]

    /// Rows drawn among all of a group, or among those of their class.
    init(_ group: Sample, keepsClasses: Bool) {
        self.init(labels: group.labels, keepsClasses: keepsClasses)
    }

    /// Rows with these labels.
    init(labels: [Int8], keepsClasses: Bool) {
        multiplicities = Array(repeating: 0, count: labels.count)
        guard keepsClasses else {
            strata = []
            return
        }
        let rows = labels.indices.map { Int32(truncatingIfNeeded: $0) }
        strata = [0, 1].map { label in rows.filter { labels[Int($0)] == label } }
    }

    /// Draws anew.
    mutating func draw(_ source: inout RandomSource) {
        for row in multiplicities.indices { multiplicities[row] = 0 }
        let count = multiplicities.count
        if strata.isEmpty {
            var local = source
            for _ in 0..<count { multiplicities[local.next(below: count)] += 1 }
            source = local
        }
        for stratum in strata {
            for _ in stratum.indices { multiplicities[Int(stratum[source.next(below: stratum.count)])] += 1 }
        }
    }
}
