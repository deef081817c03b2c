import RealModule

/// The likelihood of a beta prior of group rates, maximised over its mean and its precision alpha + beta.
struct BetaBinomialLikelihood {
    /// Groups that have trials.
    let groups: [EffectiveProportion]

    /// The precision from which on a prior says that all groups are equal.
    private static let limit = 1e6

    /// The most likely prior, or nil where equal groups are as likely as any other.
    func maximum(startingAt rate: Double) -> EmpiricalBayes.Prior? {
        func bestMean(_ logPrecision: Double) -> (logit: Double, value: Double) {
            let centre = Double.log(rate / (1 - rate))
            return Self.highest(between: centre - 3, and: centre + 3) { logit in
                value(mean: 1 / (1 + Double.exp(-logit)), precision: Double.exp(logPrecision))
            }
        }
        let (low, high) = (Double.log(1e-3), Double.log(10 * Self.limit))
        let best = Self.highest(between: low, and: high) { bestMean($0).value }
        let precision = Double.exp(best.logit)
        guard precision < Self.limit else { return nil }
        let mean = 1 / (1 + Double.exp(-bestMean(best.logit).logit))
        return EmpiricalBayes.Prior(alpha: mean * precision, beta: (1 - mean) * precision)
    }

    private func value(mean: Double, precision: Double) -> Double {
        let (alpha, beta) = (mean * precision, (1 - mean) * precision)
        let prior = Self.logBeta(alpha, beta)
        return groups.map { group in
            Self.logBeta(group.successes + alpha, group.trials - group.successes + beta)
                - prior
        }.compensatedSum()
    }

    private static func logBeta(_ a: Double, _ b: Double) -> Double {
        Double.logGamma(a) + Double.logGamma(b) - Double.logGamma(a + b)
    }

    /// Golden-section search for the highest value of a function with one peak.
    private static func highest(
        between low: Double, and high: Double, _ function: (Double) -> Double
    ) -> (logit: Double, value: Double) {
        let golden = (5.0.squareRoot() - 1) / 2
        var (low, high) = (low, high)
        var (left, right) = (high - golden * (high - low), low + golden * (high - low))
        var (leftValue, rightValue) = (function(left), function(right))
        while high - low > 1e-7 {
            if leftValue >= rightValue {
                (high, right, rightValue) = (right, left, leftValue)
                left = high - golden * (high - low)
                leftValue = function(left)
            } else {
                (low, left, leftValue) = (left, right, rightValue)
                right = low + golden * (high - low)
                rightValue = function(right)
            }
        }
        return leftValue >= rightValue ? (left, leftValue) : (right, rightValue)
    }
}
