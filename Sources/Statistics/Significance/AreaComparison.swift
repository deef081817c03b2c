import RealModule

/// The difference of two areas under the ROC curve after DeLong, DeLong & Clarke-Pearson 1988.
package struct AreaComparison: Sendable {
    /// The positives, or negatives, below which DeLong's intervals are noticeably too short.
    ///
    /// With normal scores and an area of 0.8, nominal 95 % intervals covered 67 % with 2 of the scarcer class, 85 to
    /// 89 % with 4 to 10, 92 to 93 % with 20, 94 % with 50 (docs/validity.md). On the logit scale they covered 74 % with
    /// 2, 89 % with 5, 92 % with 10 and 93 to 95 % with 20.
    package static func fewestOfAClass(_ scale: IntervalOptions.AreaScale) -> Int {
        scale == .logit ? 10 : 20
    }

    /// The first area.
    package let first: Double
    /// The second area.
    package let second: Double
    /// The variance of each, and their covariance: 0 for independent images.
    package let variances: (first: Double, second: Double, covariance: Double)

    /// Two groups of independent images; nil where a group has fewer than two rows of a class.
    package init?(independent first: Sample, _ second: Sample) {
        guard let one = first.quantity(.auroc).value, let two = second.quantity(.auroc).value,
            let varianceOne = first.quantity(.aurocVariance).value,
            let varianceTwo = second.quantity(.aurocVariance).value
        else { return nil }
        self.first = one
        self.second = two
        variances = (varianceOne, varianceTwo, 0)
    }

    /// Two classifiers on the same images; nil with fewer than two rows of a class.
    ///
    /// - Parameters:
    ///   - labels: true for the positive class.
    ///   - first: finite scores of the first classifier, one for each label; on any scale.
    ///   - second: those of the second.
    package init?(paired labels: [Bool], _ first: [Double], _ second: [Double]) {
        precondition(labels.count == first.count && labels.count == second.count, "one score for each label")
        let positives = labels.count { $0 }
        guard positives > 1, labels.count - positives > 1 else { return nil }
        let one = Placements(labels: labels, scores: first)
        let two = Placements(labels: labels, scores: second)
        self.first = one.area
        self.second = two.area
        variances = (one.covariance(with: one), two.covariance(with: two), one.covariance(with: two))
    }

    /// The first area minus the second.
    package var difference: Double { first - second }

    /// The standard error of the difference.
    package var standardError: Double {
        max(0, variances.first + variances.second - 2 * variances.covariance).squareRoot()
    }

    /// z and its p-value; nil where the variance is 0, as for perfect or constant rankings.
    package var test: TestResult? {
        guard standardError > 0 else { return nil }
        let z = difference / standardError
        return TestResult(statistic: z, p: NormalDistribution.twoSided(z))
    }

    /// The interval of the difference; `degenerate` where the variance is 0.
    package func interval(level: Double = 0.95) -> Interval {
        let half = NormalDistribution.quantile((1 + level) / 2) * standardError
        return Interval(
            low: difference - half, high: difference + half, level: level,
            method: standardError > 0 ? "delong" : "degenerate")
    }

    /// The interval of one area, within 0...1; `degenerate` where its variance is 0.
    ///
    /// On the logit scale the standard error is sqrt(v) / (A (1 - A)), by the delta rule (Pepe 2003, section 5.2).
    ///
    /// - Parameters:
    ///   - method: whose variance it is, for the report.
    ///   - degrees: the degrees of freedom that the variance has, where those are few; else the normal quantile is taken.
    package static func interval(
        area: Double, variance: Double, level: Double = 0.95, scale: IntervalOptions.AreaScale = .plain,
        method: String = "delong", degrees: Int? = nil
    ) -> Interval {
        let half = StudentDistribution.reach(level, degrees: degrees) * variance.squareRoot()
        if scale == .logit, variance > 0, area > 0, area < 1 {
            let (centre, reach) = (Double.log(area / (1 - area)), half / (area * (1 - area)))
            return Interval(
                low: 1 / (1 + Double.exp(reach - centre)), high: 1 / (1 + Double.exp(-reach - centre)),
                level: level, method: method + " logit")
        }
        return Interval(
            low: max(0, area - half), high: min(1, area + half), level: level,
            method: variance > 0 ? method : "degenerate")
    }
}
