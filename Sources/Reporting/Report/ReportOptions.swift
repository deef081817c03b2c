import Statistics

/// What a `report ... with` clause sets.
package struct ReportOptions: Sendable, Hashable {
    /// The nominal coverage of intervals, in 0..<1 and above 0.
    package var level = 0.95
    /// The method of intervals of proportions.
    package var interval = ProportionInterval.wilson
    /// The size below which a group is marked as small.
    package var minimumCount = 10
    /// How many times labels are exchanged where a gap has no exact test.
    package var permutationDraws = 9_999
    /// The correction for the whole family of tests of the report.
    package var correction: TestCorrection?

    /// The defaults: 95 % Wilson intervals, groups below 10 rows marked, no correction.
    package init() {}
}
