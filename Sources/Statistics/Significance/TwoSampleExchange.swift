/// The difference of one quantity between two sets of rows, as rows change sides.
struct TwoSampleExchange {
    /// The rows of both sets, those of the first before those of the second.
    let count: Int
    /// How many rows the first set has.
    let firstCount: Int
    private let statistic: RowStatistic
    private var first: [Int32]
    private var second: [Int32]

    /// The rows of two samples; nil where the quantity needs scores that are not known.
    init?(_ metric: GroupMetric, _ first: Sample, _ second: Sample) {
        guard let statistic = RowStatistic(metric, pooling: [first, second]) else { return nil }
        self.statistic = statistic
        firstCount = first.labels.count
        count = firstCount + second.labels.count
        self.first = Array(repeating: 1, count: firstCount) + Array(repeating: 0, count: count - firstCount)
        self.second = self.first.map { 1 - $0 }
    }

    /// The first set's quantity minus the second's as the rows are now; nil where either is undefined.
    var difference: Double? {
        guard let one = statistic.value(first), let two = statistic.value(second) else { return nil }
        return one - two
    }

    /// The quantity of either set as the rows are now.
    var values: (first: Double?, second: Double?) { (statistic.value(first), statistic.value(second)) }

    /// Deals the rows out anew, both sets keeping their sizes.
    mutating func exchange(_ source: inout RandomSource) {
        source.shuffle(&first, in: 0..<count)
        for row in first.indices { second[row] = 1 - first[row] }
    }

    /// Swaps the two rows of every image with a chance of one half.
    ///
    /// - Parameter matches: for each row of the first set the place of the same image in the second.
    mutating func swap(_ matches: [Int32], _ source: inout RandomSource) {
        var bits: UInt64 = 0
        for row in matches.indices {
            if row % 64 == 0 { bits = source.word() }
            let stays = Int32(truncatingIfNeeded: bits & 1)
            bits >>= 1
            let match = firstCount + Int(matches[row])
            (first[row], second[row]) = (stays, 1 - stays)
            (first[match], second[match]) = (1 - stays, stays)
        }
    }

    /// Swaps the rows of all images of a cluster with a chance of one half, the same in every group of a draw.
    mutating func swap(_ matches: [Int32], _ clusters: [Int32], seed: UInt64, draw: Int) {
        for row in matches.indices {
            var coin = RandomSource(seed: seed, stream: draw << 32 | Int(clusters[row]))
            let stays = Int32(truncatingIfNeeded: coin.word() & 1)
            let match = firstCount + Int(matches[row])
            (first[row], second[row]) = (stays, 1 - stays)
            (first[match], second[match]) = (1 - stays, stays)
        }
    }

    /// p = (1 + #{|d*| >= |d| - 1e-12}) / (1 + draws) over random exchanges; nil where the difference is undefined, or
    /// is so in more than 5 % of the draws.
    static func p(_ observed: Double, _ draws: [Double?]) -> Double? {
        let defined = draws.compactMap { $0 }
        guard !defined.isEmpty, defined.count * 100 >= draws.count * 95 else { return nil }
        let far = defined.count { $0.magnitude >= observed.magnitude - 1e-12 }
        return Double(1 + far) / Double(1 + defined.count)
    }
}
