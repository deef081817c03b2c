import Statistics
import Testing

/// Compares what is computed with what an oracle says, and counts how much was compared.
struct Comparison {
    /// How many values were compared.
    private(set) var count = 0

    /// A number, or null where the oracle has null; a value the oracle does not list is passed over.
    mutating func check(
        _ found: Double?, _ expected: JSON?, within tolerance: Double, _ what: @autoclosure () -> String
    ) {
        guard let expected else { return }
        count += 1
        switch (found, expected.number) {
        case (nil, nil) where expected.isNull: return
        case (let found?, let expected?) where (found - expected).magnitude <= tolerance: return
        default:
            Issue.record(
                "\(what()): found \(found.map { "\($0)" } ?? "undefined"), expected \(expected)")
        }
    }

    /// A quantity with a reason where it is undefined.
    mutating func check(
        _ found: Quantity, _ expected: JSON?, within tolerance: Double, _ what: @autoclosure () -> String
    ) {
        check(found.value, expected, within: tolerance, what())
    }

    /// Two bounds, or a pair of nulls.
    mutating func check(
        _ found: Interval?, _ expected: JSON?, within tolerance: Double, _ what: @autoclosure () -> String
    ) {
        check(found?.low, expected?[0], within: tolerance, what() + " low")
        check(found?.high, expected?[1], within: tolerance, what() + " high")
    }

    /// Anything that must be equal.
    mutating func check<Value: Equatable>(
        _ found: Value, equals expected: Value?, _ what: @autoclosure () -> String
    ) {
        guard let expected else { return }
        count += 1
        guard found != expected else { return }
        Issue.record("\(what()): found \(found), expected \(expected)")
    }
}
