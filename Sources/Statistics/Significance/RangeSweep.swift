/// The chance of groups lying in a window of rates, as the window slides over a grid.
protocol WindowWeight {
    /// A count of a size joins the window.
    mutating func insert(_ atom: RateGrid.Atom)
    /// A count of a size leaves the window.
    mutating func remove(_ atom: RateGrid.Atom)
    /// The chance that all groups lie in the window.
    mutating func weight() -> Double
}

extension RateGrid {
    /// P(max - min >= `gap`) = 1 - sum over a of P(all in [a, a + gap)) - P(all in (a, a + gap)).
    ///
    /// Rates closer than 1e-9 of a count to the edge of a window lie outside it.
    func tail(_ gap: Double, trials: [Int], window: inout some WindowWeight) -> Double {
        var below = CompensatedSum()
        var end = 0
        for (start, next) in zip(starts, starts.dropFirst()) {
            let edge = atoms[start].rate + gap
            while end < atoms.count {
                let atom = atoms[end]
                guard Double(atom.count) < edge * Double(trials[atom.size]) - 1e-9 else { break }
                window.insert(atom)
                end += 1
            }
            guard end > start else { continue }
            let closed = window.weight()
            for index in start..<next { window.remove(atoms[index]) }
            below.add(closed - window.weight())
        }
        return min(1, max(0, 1 - below.value))
    }
}
