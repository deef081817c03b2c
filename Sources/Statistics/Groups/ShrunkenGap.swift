/// Max - min of group rates after each was drawn toward their mean: `dp shrunk` (spec/metrics.md, section 6).
///
/// The raw gap of many small cells is mostly noise; this one keeps of it what the cells' sizes support.
package struct ShrunkenGap: Sendable, Hashable {
    /// Max - min of the shrunken rates of groups that have trials.
    package let value: Quantity
    /// The shrunken rates with their prior; nil where no prior can be estimated.
    package let estimate: EmpiricalBayes?
    /// Indices of groups without trials, which would get the prior's mean and take no part.
    package let withoutData: [Int]

    /// The gap of some groups' rates.
    ///
    /// - Parameter levels: for each group the place of its level in each attribute, which an additive prior is made of.
    package init(
        _ proportions: [Proportion], _ method: EmpiricalBayes.Method = .moments, levels: [[Int]] = []
    ) {
        self.init(proportions.map(EffectiveProportion.init), method, levels: levels)
    }

    /// The gap of rates that are known as well as from so many trials.
    package init(
        _ proportions: [EffectiveProportion], _ method: EmpiricalBayes.Method = .moments,
        levels: [[Int]] = []
    ) {
        withoutData = proportions.indices.filter { proportions[$0].trials == 0 }
        let filled = proportions.filter { $0.trials > 0 }
        switch method {
        case .moments: estimate = EmpiricalBayes(moments: proportions)
        case .likelihood: estimate = EmpiricalBayes(likelihood: proportions)
        case .additive: estimate = EmpiricalBayes(additive: proportions, levels: levels)
        }
        guard filled.count >= 2 else {
            value = .undefined(.fewerThanTwoGroups)
            return
        }
        if let estimate {
            let rates = zip(estimate.rates, proportions).filter { $0.1.trials > 0 }.map(\.0)
            value = .value(min(1, (rates.max() ?? 0) - (rates.min() ?? 0)))
        } else if Set(filled.map { $0.successes / $0.trials }).count == 1 {
            value = .value(0)
        } else {
            value = .undefined(.oneRow)
        }
    }
}
