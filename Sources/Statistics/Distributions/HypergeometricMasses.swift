/// The probabilities of the successes among some of a population, by the ratio of neighbours from the mode outward.
struct HypergeometricMasses {
    /// The smallest possible count.
    let lowest: Int
    /// The probability of each count from `lowest` up; 0 where it underflows.
    let masses: [Double]

    /// `draws` of a population of which `successes` succeed.
    init(draws: Int, successes: Int, population: Int) {
        let failures = population - successes
        let low = max(0, draws - failures)
        let high = min(draws, successes)
        let (n, k) = (Double(draws + 1), Double(successes + 1))
        let mode = min(max(Int(n * k / Double(population + 2)), low), high)
        var relative = [Double](repeating: 0, count: high - low + 1)
        relative[mode - low] = 1
        for count in stride(from: mode, to: high, by: 1) {
            let ratio =
                Double(successes - count) * Double(draws - count)
                / (Double(count + 1) * Double(failures - draws + count + 1))
            relative[count + 1 - low] = relative[count - low] * ratio
        }
        for count in stride(from: mode, to: low, by: -1) {
            let ratio =
                Double(count) * Double(failures - draws + count)
                / (Double(successes - count + 1) * Double(draws - count + 1))
            relative[count - 1 - low] = relative[count - low] * ratio
        }
        let total = relative.sorted().compensatedSum()
        lowest = low
        masses = relative.map { $0 / total }
    }

    /// The probability of one count.
    func mass(of count: Int) -> Double {
        masses.indices.contains(count - lowest) ? masses[count - lowest] : 0
    }
}
