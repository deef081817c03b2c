/// What a row of each label and decision counts as in a proportion.
struct RowKinds: Sendable {
    private let outcomes: [Proportion]

    /// The kinds of rows in a proportion; no row counts in another quantity.
    init(_ metric: GroupMetric) {
        outcomes = (0..<4).map { kind in
            var counts = Confusion()
            counts.add(label: Int8(kind / 2), decision: Int8(kind % 2))
            return metric.proportion(of: counts) ?? Proportion(0, of: 0)
        }
    }

    /// The successes and trials, 0 or 1 each, of a row.
    func outcome(_ label: Int8, _ decision: Int8) -> Proportion {
        outcomes[Int(2 * label + decision)]
    }
}
