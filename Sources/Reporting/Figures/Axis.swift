import RealModule

/// A straight scale from values to places on a figure, with round ticks.
struct Axis {
    /// The values at which it is ruled, rising; the first and the last are its ends.
    let ticks: [Double]
    /// Where the first tick stands.
    let start: Double
    /// Where the last tick stands.
    let end: Double
    private let places: Int

    /// An axis over `low...high`, widened to round ticks, about `count` steps of 1, 2 or 5 times a power of ten.
    init(_ low: Double, _ high: Double, count: Int = 5, from start: Double, to end: Double) {
        let span = max(high - low, 1e-9)
        let raw = span / Double(max(count, 1))
        let unit = Double.pow(10, Double.log10(raw).rounded(.down))
        let step = ([1, 2, 5, 10].first { $0 * unit >= raw * 0.999 } ?? 10) * unit
        let first = Int((low / step + 1e-9).rounded(.down))
        let last = max(Int((high / step - 1e-9).rounded(.up)), first + 1)
        ticks = (first...last).map { Double($0) * step }
        places = max(0, Int((-Double.log10(step) - 1e-9).rounded(.up)))
        self.start = start
        self.end = end
    }

    /// The place of a value; values outside stand at the ends.
    func place(_ value: Double) -> Double {
        guard let first = ticks.first, let last = ticks.last, last > first else { return start }
        let share = min(max((value - first) / (last - first), 0), 1)
        return start + share * (end - start)
    }

    /// A tick as text: all of an axis have the same decimals.
    func text(_ tick: Double) -> String {
        places == 0 ? Decimals.thousands(Int(tick.rounded())) : Decimals.text(tick, places: places)
    }

    /// The texts of all ticks.
    var texts: [String] { ticks.map(text) }
}
