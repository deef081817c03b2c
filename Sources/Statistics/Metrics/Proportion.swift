/// Successes of trials: a rate that remembers its counts.
package struct Proportion: Sendable, Hashable {
    /// k, 0...`trials`.
    package let successes: Int
    /// n, at least 0.
    package let trials: Int

    /// `successes` of `trials`; a negative count, or more successes than trials, is a bug of the caller.
    package init(_ successes: Int, of trials: Int) {
        precondition(successes >= 0 && successes <= trials, "\(successes) successes of \(trials)")
        self.successes = successes
        self.trials = trials
    }

    /// k/n, or nil without trials.
    package var rate: Double? {
        trials == 0 ? nil : Double(successes) / Double(trials)
    }
}
