import RealModule

/// The random numbers of resampling: SplitMix64 (Steele, Lea & Flood 2014), the same on every machine.
package struct RandomSource: Sendable {
    /// The name and version printed in reports.
    package static let name = "splitmix64"
    private var state: UInt64

    /// A source with an explicit seed.
    package init(seed: UInt64) {
        state = seed
    }

    /// One of many independent sources of a seed, so that no group's draws depend on another's.
    init(seed: UInt64, stream: Int) {
        var root = RandomSource(seed: seed)
        state = Self.mixed(root.word() ^ Self.mixed(UInt64(truncatingIfNeeded: stream) &+ 0x5851_F42D))
    }

    /// 64 random bits.
    mutating func word() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mixed(state)
    }

    /// A number in 0..<1.
    package mutating func unit() -> Double { Double(word() >> 11) * 0x1p-53 }

    /// A whole number in 0..<`limit`, uniform but for 2^-64 of `limit`.
    mutating func next(below limit: Int) -> Int {
        Int(word().multipliedFullWidth(by: UInt64(limit)).high)
    }

    /// Shuffles the elements of a range of positions among themselves (Fisher & Yates 1938, Durstenfeld 1964).
    mutating func shuffle<Element>(_ elements: inout [Element], in positions: Range<Int>) {
        for position in positions.reversed() {
            elements.swapAt(position, positions.lowerBound + next(below: position - positions.lowerBound + 1))
        }
    }

    /// A count of successes in `trials` with a chance `probability` each, by inversion; exact but for 2^-53.
    package mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
        guard trials > 0, probability > 0 else { return 0 }
        guard probability < 1 else { return trials }
        guard probability <= 0.5 else { return trials - binomial(trials, 1 - probability) }
        let expected = Double(trials) * probability
        return expected < 20 ? risingInversion(trials, probability) : modeInversion(trials, probability)
    }

    /// From 0 upward (Kachitvichyanukul & Schmeiser 1988, algorithm BINV).
    private mutating func risingInversion(_ trials: Int, _ probability: Double) -> Int {
        let odds = probability / (1 - probability)
        var mass = Double.exp(Double(trials) * Double.log(onePlus: -probability))
        var rest = unit()
        var count = 0
        while rest >= mass, count < trials {
            rest -= mass
            mass *= odds * Double(trials - count) / Double(count + 1)
            count += 1
        }
        return count
    }

    private mutating func modeInversion(_ trials: Int, _ probability: Double) -> Int {
        let odds = probability / (1 - probability)
        let mode = min(trials, Int(Double(trials + 1) * probability))
        let logMass =
            LogFactorial.choose(trials, mode) + Double(mode) * Double.log(probability)
            + Double(trials - mode) * Double.log(onePlus: -probability)
        let walk = InverseWalk(lowest: 0, highest: trials, mode: mode, top: Double.exp(logMass))
        return walk.draw(&self) { odds * Double(trials - $0) / Double($0 + 1) }
    }

    /// How many of `draws` rows, drawn without replacement, are among `successes` of a population.
    mutating func hypergeometric(draws: Int, successes: Int, population: Int) -> Int {
        let failures = population - successes
        let (low, high) = (max(0, draws - failures), min(draws, successes))
        guard low < high else { return low }
        let centre = Double(draws + 1) * Double(successes + 1) / Double(population + 2)
        let mode = min(max(Int(centre), low), high)
        let logMass =
            LogFactorial.choose(successes, mode) + LogFactorial.choose(failures, draws - mode)
            - LogFactorial.choose(population, draws)
        let walk = InverseWalk(lowest: low, highest: high, mode: mode, top: Double.exp(logMass))
        return walk.draw(&self) { count in
            Double(successes - count) * Double(draws - count)
                / (Double(count + 1) * Double(failures - draws + count + 1))
        }
    }

    private static func mixed(_ value: UInt64) -> UInt64 {
        var z = value
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
