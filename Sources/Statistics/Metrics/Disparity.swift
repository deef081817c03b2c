/// How far the groups of a grouping lie apart in one quantity (spec/metrics.md, section 2).
///
/// Groups without a value are left out and listed; with fewer than two values everything is undefined.
package struct Disparity: Sendable, Hashable {
    /// The largest value.
    package let maximum: Quantity
    /// The smallest value.
    package let minimum: Quantity
    /// The largest minus the smallest, at least 0.
    package let difference: Quantity
    /// The smallest over the largest; undefined where the largest is 0.
    package let ratio: Quantity
    /// Indices of all groups that attain the maximum, in declared order.
    package let argmax: [Int]
    /// Indices of all groups that attain the minimum, in declared order.
    package let argmin: [Int]
    /// Indices of the groups that have a value.
    package let groupsUsed: [Int]
    /// Indices of the groups that have none.
    package let groupsUndefined: [Int]

    /// The disparity of one value for each group, in declared order.
    package init(_ values: [Quantity]) {
        groupsUsed = values.indices.filter { values[$0].value != nil }
        groupsUndefined = values.indices.filter { values[$0].value == nil }
        let numbers = values.compactMap(\.value)
        guard numbers.count >= 2, let highest = numbers.max(), let lowest = numbers.min() else {
            (maximum, minimum) = (.undefined(.fewerThanTwoGroups), .undefined(.fewerThanTwoGroups))
            (difference, ratio) = (maximum, maximum)
            (argmax, argmin) = ([], [])
            return
        }
        maximum = .value(highest)
        minimum = .value(lowest)
        difference = .value(highest - lowest)
        ratio = highest > 0 ? .value(lowest / highest) : .undefined(.zeroMaximum)
        argmax = values.indices.filter { values[$0].value == highest }
        argmin = values.indices.filter { values[$0].value == lowest }
    }
}
