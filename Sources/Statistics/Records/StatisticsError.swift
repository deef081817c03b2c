/// What is wrong with rows handed in, or with what is asked of them.
package enum StatisticsError: Error, Sendable, Hashable {
    /// Two columns of one table differ in length.
    case unequalColumns(column: String, expected: Int, found: Int)
    /// A score outside 0...1; `row` counts from 0.
    case scoreOutOfRange(row: Int, score: Double)
    /// A weight that is negative or not finite; `row` counts from 0.
    case badWeight(row: Int, weight: Double)
    /// A value of an attribute that its declaration does not list; `row` counts from 0.
    case undeclaredLevel(attribute: String, row: Int, value: String, declared: [String])
    /// A level that is declared twice.
    case repeatedLevel(attribute: String, level: String)
    /// A grouping by an attribute that the table lacks.
    case unknownAttribute(name: String, known: [String])
    /// A grouping with more groups than `Grouping.maximumGroups`.
    case tooManyGroups(grouping: String, groups: Int, limit: Int)
    /// Intervals or tests asked for together with weights (spec/metrics.md, section 0).
    case weightsWithIntervals
    /// Another threshold asked of outcomes that came as decisions.
    case thresholdWithoutScores(classifier: String)
    /// A threshold that cannot be chosen on the rows.
    case noThreshold(classifier: String, reason: Undefined)
    /// An image that stands twice in one of two sets that are to be paired; rows count from 0.
    case repeatedID(id: String, set: String, row: Int, earlier: Int)
    /// An image of two sets that are to be paired, with two labels.
    case labelsDisagree(id: String)
    /// Two sets that are compared by an attribute with different declared levels.
    case groupsDiffer(grouping: String)
}

extension StatisticsError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unequalColumns(let column, let expected, let found):
            "column `\(column)` has \(found) rows, expected \(expected)"
        case .scoreOutOfRange(let row, let score):
            "row \(row + 1): score \(score) is outside 0..1"
        case .badWeight(let row, let weight):
            "row \(row + 1): weight \(weight) is not a finite number of at least 0"
        case .undeclaredLevel(let attribute, let row, let value, let declared):
            "row \(row + 1): `\(value)` is not a declared level of `\(attribute)` "
                + "(\(Self.listed(declared)))"
        case .repeatedLevel(let attribute, let level):
            "level `\(level)` of `\(attribute)` is declared twice"
        case .unknownAttribute(let name, let known):
            "no attribute `\(name)` in these rows (there are \(known.joined(separator: ", ")))"
        case .tooManyGroups(let grouping, let groups, let limit):
            "`by \(grouping)` makes \(groups) groups, at most \(limit) can be reported: use bins, wider ones, or fewer attributes"
        case .weightsWithIntervals:
            "intervals and tests are unweighted: ask for weights or for intervals, not for both"
        case .thresholdWithoutScores(let classifier):
            "`\(classifier)` came with decisions only: a threshold needs scores"
        case .noThreshold(let classifier, let reason):
            "no threshold can be chosen on the rows of `\(classifier)`: \(reason.message)"
        case .repeatedID(let id, let set, let row, let earlier):
            "row \(row + 1): id `\(id)` stands in \(set) already, in row \(earlier + 1); paired sets need distinct ids"
        case .groupsDiffer(let grouping):
            "the two sets declare different levels `by \(grouping)`: compare them over the same levels"
        case .labelsDisagree(let id):
            "`\(id)` is positive in one set and negative in the other: the sets cannot be paired"
        }
    }
    /// The first levels, and how many there are where they are many.
    private static func listed(_ levels: [String]) -> String {
        let shown = levels.prefix(12).joined(separator: ", ")
        return levels.count > 12 ? "\(shown), ... \(levels.count) in all" : shown
    }
}
