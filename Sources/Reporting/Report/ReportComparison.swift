import Statistics

/// A gap between groups, or an extreme over them.
package struct ReportComparison: Sendable {
    /// What was asked for.
    package let request: MetricRequest
    /// The name with what it stands for: `DP (max-min accuracy)`.
    package let title: String
    /// Whether the statement asked for it; else it stands beside `dp` because both classes are present.
    package let isRequested: Bool
    /// The number.
    package var number: ReportNumber
    /// Keys of the groups with the largest value; all that tie.
    package let highest: [String]
    /// Keys of the groups with the smallest value; all that tie.
    package let lowest: [String]
    /// How many groups had a value.
    package let groupsUsed: Int
    /// Keys of the groups that had none.
    package let groupsUndefined: [String]
    /// Keys of the groups that are too small for a claim about the worst group; empty for other claims.
    package let groupsLeftOut: [String]

    /// Whether it is a largest less a smallest value, which falls with the root of the groups' sizes where they are equal.
    package var isDifference: Bool {
        if case .gap(let gap) = request {
            gap.form == .difference || gap.form == .meanDifference
        } else {
            false
        }
    }
}
