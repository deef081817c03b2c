import Statistics

/// Compares empirical Bayes estimates of some proportions with an oracle.
struct ShrinkageOracle {
    /// The groups.
    let proportions: [Proportion]
    /// Where this is, for messages.
    let place: String

    /// Moments to 1e-12; likelihood means and intervals to 1e-3, its maximum is flat.
    func check(_ expected: JSON, _ comparison: inout Comparison) {
        guard expected["mom_shrunk"] != nil else { return }
        let moments = EmpiricalBayes(moments: proportions)
        guard proportions.contains(where: { $0.trials > 1 }) else {
            // One trial each: the precision does not enter the likelihood, the oracle holds where its search stopped.
            comparison.check(moments == nil, equals: true, "\(place) moments of single trials")
            comparison.check(
                EmpiricalBayes(likelihood: proportions) == nil, equals: true,
                "\(place) likelihood of single trials")
            return
        }
        comparison.check(moments?.pooled, expected["pooled"], within: 1e-12, "\(place) pooled")
        comparison.check(moments?.rawCorrelation, expected["mom_rho_raw"], within: 1e-12, "\(place) rho")
        comparison.check(moments?.prior?.alpha, expected["mom_alpha"], within: 1e-9, "\(place) alpha")
        comparison.check(moments?.prior?.beta, expected["mom_beta"], within: 1e-9, "\(place) beta")
        let likelihood = EmpiricalBayes(likelihood: proportions)
        let intervals = likelihood?.intervals()
        for index in proportions.indices {
            comparison.check(
                moments?.rates[index], expected["mom_shrunk"]?[index], within: 1e-12,
                "\(place) moments \(index)")
            comparison.check(
                likelihood?.rates[index], expected["mle_shrunk"]?[index], within: 1e-3,
                "\(place) likelihood \(index)")
            comparison.check(
                intervals?[index], expected["mle_interval95"]?[index], within: 1e-3,
                "\(place) interval \(index)")
        }
    }
}
