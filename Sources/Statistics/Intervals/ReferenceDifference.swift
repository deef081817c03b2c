/// How far one group lies from a reference, signed (spec/metrics.md, section 2, "Reference group").
package struct ReferenceDifference: Sendable, Hashable {
    /// The group's quantity minus the reference's.
    package let difference: Quantity
    /// The interval of the difference.
    package let interval: IntervalOutcome

    /// What groups are compared with.
    package enum Reference: Sendable, Hashable {
        /// The group with this index.
        case group(Int)
        /// Everybody, the group itself included.
        case overall
    }

    /// The difference of each declared group from a reference, in their order.
    package static func all(
        _ metric: GroupMetric, in records: GroupedRecords, to reference: Reference,
        options: IntervalOptions = IntervalOptions()
    ) -> [ReferenceDifference] {
        let groups = records.groups.map(\.sample)
        switch reference {
        case .overall:
            return OverallDifference(metric, records: records, options: options).all()
        case .group(let place):
            let pairs = PairDifference(
                metric, groups, used: [], test: .preferred(for: metric), options: options)
            let base = groups[place].quantity(metric)
            return groups.indices.map { group in
                let difference = groups[group].quantity(metric).combined(with: base) { $0 - $1 }
                guard group != place else {
                    return ReferenceDifference(difference: difference, interval: .undefined(.isReference))
                }
                let interval: IntervalOutcome =
                    switch difference {
                    case .value(let value): pairs.interval(group, place, value)
                    case .undefined(let reason): .undefined(reason)
                    }
                return ReferenceDifference(difference: difference, interval: interval)
            }
        }
    }
}
