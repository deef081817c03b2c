/// The probabilities of a binomial count, without the far tails.
///
/// Built from the mode outward by the ratio of neighbours and then normalised, so nothing under- or overflows for
/// any number of trials. What is left out weighs less than 1e-18 in all.
struct BinomialMasses {
    /// The number of trials.
    let trials: Int
    /// The smallest count kept.
    let lowest: Int
    /// The probability of each kept count, from `lowest` up.
    let masses: [Double]

    /// The largest count kept.
    var highest: Int { lowest + masses.count - 1 }

    /// The masses of Binomial(`trials`, `probability`).
    init(trials: Int, probability: Double) {
        self.trials = trials
        guard trials > 0, probability > 0 else {
            (lowest, masses) = (0, [1])
            return
        }
        guard probability < 1 else {
            (lowest, masses) = (trials, [1])
            return
        }
        let odds = probability / (1 - probability)
        let mode = min(Int(Double(trials + 1) * probability), trials)
        let below = Self.walk(from: mode, until: 0) { count in
            Double(count) / (Double(trials - count + 1) * odds)
        }
        let above = Self.walk(from: mode, until: trials) { count in
            Double(trials - count) / Double(count + 1) * odds
        }
        let relative = below.reversed() + [1] + above
        let total = relative.compensatedSum()
        lowest = mode - below.count
        masses = relative.map { $0 / total }
    }

    /// The probability of one count, 0 for one that was left out.
    func mass(of count: Int) -> Double {
        count < lowest || count > highest ? 0 : masses[count - lowest]
    }

    /// Masses relative to the mode, outward from it, until they weigh nothing.
    private static func walk(from mode: Int, until end: Int, ratio: (Int) -> Double) -> [Double] {
        let step = end < mode ? -1 : 1
        var result: [Double] = []
        var mass = 1.0
        var count = mode
        while count != end {
            mass *= ratio(count)
            guard mass > 1e-24 else { break }
            result.append(mass)
            count += step
        }
        return result
    }
}
