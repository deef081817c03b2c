/// Binomial counts of one size and probability by a table: for many draws of the same.
struct BinomialTable {
    private let lowest: Int
    /// The chance of each kept count or a smaller one; the last is 1.
    private let cumulative: [Double]
    /// For each equal part of 0..<1 the first kept count that it can give.
    private let guide: [Int32]

    /// Counts of as many trials at the proportion's rate.
    init(_ proportion: Proportion) {
        let masses = BinomialMasses(trials: proportion.trials, probability: proportion.rate ?? 0)
        lowest = masses.lowest
        var sum = CompensatedSum()
        var cumulative = masses.masses.map { mass in
            sum.add(mass)
            return sum.value
        }
        cumulative[cumulative.count - 1] = 1
        var place = 0
        guide = cumulative.indices.map { part in
            while cumulative[place] <= Double(part) / Double(cumulative.count) { place += 1 }
            return Int32(truncatingIfNeeded: place)
        }
        self.cumulative = cumulative
    }

    /// One count (Chen & Asau 1974).
    func draw(_ source: inout RandomSource) -> Int {
        let share = source.unit()
        var place = Int(guide[Int(share * Double(guide.count))])
        while cumulative[place] <= share { place += 1 }
        return lowest + place
    }
}
