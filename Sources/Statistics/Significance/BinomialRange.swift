/// The distribution of max - min of independent binomial rates with a common probability, exactly.
struct BinomialRange {
    private let sizes: [RangeNull.GroupSize]
    private let masses: [BinomialMasses]
    private let grid: RateGrid

    /// Groups of these sizes at a common `probability` of success.
    init(_ sizes: [RangeNull.GroupSize], probability: Double) {
        self.sizes = sizes
        masses = sizes.map { BinomialMasses(trials: $0.trials, probability: probability) }
        grid = RateGrid(masses)
    }

    /// E[max - min] from the distributions of the largest and of the smallest rate on the grid of rates.
    var expected: Double {
        let rates = grid.rates
        var reached = masses.map { _ in CompensatedSum() }
        var left = masses.map { masses in masses.masses.compensatedSum() }
        var largest = CompensatedSum()
        var smallest = CompensatedSum()
        for step in rates.indices.dropLast() {
            for atom in grid.atoms[grid.starts[step]..<grid.starts[step + 1]] {
                let mass = masses[atom.size].mass(of: atom.count)
                reached[atom.size].add(mass)
                left[atom.size] -= mass
            }
            let width = rates[step + 1] - rates[step]
            largest.add(width * product(reached.map(\.value)))
            smallest.add(width * product(left.map { max(0, $0) }))
        }
        guard let first = rates.first, let last = rates.last else { return 0 }
        return max(0, (last - largest.value) - (first + smallest.value))
    }

    /// P(max - min >= `gap`).
    func tail(_ gap: Double) -> Double {
        guard gap > 0 else { return 1 }
        var window = Window(masses: masses, sizes: sizes)
        return grid.tail(gap, trials: sizes.map(\.trials), window: &window)
    }

    /// The largest attainable gap whose `tail` is above 1 - `level`.
    func quantile(_ level: Double) -> Double {
        var (low, high) = (0.0, 1.0)
        while high - low > 1e-9 {
            let middle = (low + high) / 2
            if tail(middle) > 1 - level { low = middle } else { high = middle }
        }
        return attainable(low)
    }

    /// The difference of two rates of the grid that lies closest to `gap`.
    private func attainable(_ gap: Double) -> Double {
        let rates = grid.rates
        var best = 0.0
        var upper = 0
        for lower in rates.indices {
            while upper < rates.count - 1, rates[upper] - rates[lower] < gap { upper += 1 }
            for candidate in [upper, max(upper - 1, lower)] {
                let difference = rates[candidate] - rates[lower]
                if (difference - gap).magnitude < (best - gap).magnitude { best = difference }
            }
        }
        return best
    }

    private func product(_ chances: [Double]) -> Double {
        zip(chances, sizes).reduce(1) { $0 * Self.power($1.0, $1.1.groups) }
    }

    /// `base` to a positive whole power, by squaring.
    private static func power(_ base: Double, _ exponent: Int) -> Double {
        var (result, square, rest) = (1.0, base, exponent)
        while rest > 0 {
            if rest & 1 == 1 { result *= square }
            square *= square
            rest >>= 1
        }
        return result
    }

    /// The window of independent groups: the product of their chances to lie in it.
    private struct Window: WindowWeight {
        let masses: [BinomialMasses]
        let sizes: [RangeNull.GroupSize]
        var chances: [CompensatedSum]

        init(masses: [BinomialMasses], sizes: [RangeNull.GroupSize]) {
            self.masses = masses
            self.sizes = sizes
            chances = masses.map { _ in CompensatedSum() }
        }

        mutating func insert(_ atom: RateGrid.Atom) {
            chances[atom.size].add(masses[atom.size].mass(of: atom.count))
        }

        mutating func remove(_ atom: RateGrid.Atom) {
            chances[atom.size].add(-masses[atom.size].mass(of: atom.count))
        }

        func weight() -> Double {
            zip(chances, sizes).reduce(1) { $0 * BinomialRange.power(max(0, $1.0.value), $1.1.groups) }
        }
    }
}
