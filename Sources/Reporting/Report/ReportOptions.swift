import Statistics

/// What a `report ... with` or `compare ... with` clause sets.
package struct ReportOptions: Sendable, Hashable {
    /// The nominal coverage of intervals, in 0..<1 and above 0.
    package var level = 0.95
    /// The method of intervals of proportions.
    package var interval = ProportionInterval.wilson
    /// The method of intervals of what has no closed form.
    package var bootstrap = IntervalOptions.Bootstrap.percentile
    /// Whether proportions and areas are resampled too.
    package var resamplesAll = false
    /// On which scale areas under the ROC curve get their intervals.
    package var area = IntervalOptions.AreaScale.plain
    /// How many resamples such an interval draws.
    package var bootstrapDraws = 1_999
    /// Whether resamples keep the number of positives and of negatives in a group, not only its size.
    package var keepsClasses = false
    /// Whether intervals are shown: `ci none` turns them off.
    package var hasIntervals = true
    /// Whether gaps are tested: `test none` turns it off; what chance alone gives stays.
    package var hasTests = true
    /// The size below which a group is marked as small and takes no part in claims about the worst group.
    package var minimumCount = 10
    /// How many times labels are exchanged where a gap has no exact test.
    package var permutationDraws = 9_999
    /// The correction for the whole family of tests; with one, all pairs of groups are tested too.
    package var correction: TestCorrection?
    /// Levels whose groups are left out, such as `unknown`.
    package var excludedLevels: [String] = []
    /// What each group is compared with, by signed differences.
    package var reference = Reference.none
    /// From which score on a row is called positive; nil keeps the decisions of the audit.
    package var threshold: DecisionThreshold?
    /// Toward what the rates of a crossing's cells are drawn.
    package var prior = EmpiricalBayes.Method.moments
    /// The attributes within whose levels labels are exchanged where a gap is tested.
    package var strata = Grouping.overall

    /// What the groups are compared with.
    package enum Reference: Sendable, Hashable {
        /// With nothing.
        case none
        /// `to overall`: everybody together.
        case overall
        /// `to group X`: the group with these levels, joined by `|`; only in groupings that have it.
        case group(String)
    }

    /// How the statistics make intervals under these options.
    func intervals(seed: UInt64) -> IntervalOptions {
        var options = IntervalOptions()
        options.level = level
        options.proportion = interval
        options.bootstrap = bootstrap
        options.resamplesAll = resamplesAll
        options.area = area
        options.draws = bootstrapDraws
        options.keepsClasses = keepsClasses
        options.seed = seed
        return options
    }

    /// The same with proportions in closed form, whatever else is resampled.
    var closedIntervals: IntervalOptions {
        var options = intervals(seed: 0)
        options.resamplesAll = false
        return options
    }

    /// The defaults: 95 % Wilson intervals, groups below 10 rows marked, no correction.
    package init() {}
}
