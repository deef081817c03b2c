import Reporting
import Semantics
import Statistics

extension Session {
    /// The value of a metric query, with what is known of its uncertainty.
    func value(of query: MetricQuery) async throws(RunError) -> RunValue {
        var options = ReportOptions()
        options.hasTests = false
        switch query.bound {
        case .estimate: break
        case .lower(let level), .upper(let level): options.level = level
        }
        let outcome = try await outcome(query.outcome)
        let report = try report(
            [try Self.request(query.metric)], by: [query.grouping], of: [outcome], options: options)
        guard let section = report.sections.first else { return .undefined("no rows") }
        if let comparison = section.comparisons.first {
            if query.metric.aggregate.isGroupName { return Self.group(comparison, query.metric.aggregate) }
            let bounds = try bounds(of: comparison.request, query, outcome, options.level)
            return Self.value(of: comparison, in: section, bounds, query.bound)
        }
        guard let number = section.overall.numbers.first else { return .undefined("no rows") }
        return Self.value(of: number, facts: ["n \(Words.grouped(number.n))"], bound: query.bound)
    }

    /// The name of the group at an end, the first of several.
    private static func group(
        _ comparison: ReportComparison, _ aggregate: MetricReference.Aggregate
    ) -> RunValue {
        let groups = aggregate == .argmax ? comparison.highest : comparison.lowest
        return groups.first.map { .text($0) }
            ?? .undefined(comparison.number.value.reason?.message ?? "no group has a value")
    }

    /// Bounds that hold for all groups together; none where nobody asks and resampling would be needed.
    private func bounds(
        of request: MetricRequest, _ query: MetricQuery, _ outcome: Outcome, _ level: Double
    ) throws(RunError) -> BoundsOutcome? {
        guard query.bound != .estimate || request.quantities.allSatisfy(\.isProportion) else { return nil }
        var intervals = IntervalOptions()
        intervals.level = level
        // The same resamples as those of a report of this outcome.
        intervals.seed = outcome.seed ?? settings.seed
        let isOfFlips = request.quantities.contains(.flipRate)
        let rows = (isOfFlips ? outcome.rows.flipped : nil) ?? outcome.rows
        let cut = try rows.table(for: [query.grouping])
        do {
            let groups = try cut.table.grouped(by: cut.groupings[0]).groups.map(\.sample)
            switch request {
            case .gap(let gap): return GapBounds.of(gap, in: groups, options: intervals)
            case .extreme(let extreme, let metric):
                return GapBounds.of(extreme, metric, in: groups, options: intervals)
            case .quantity: return nil
            }
        } catch {
            throw .statistics(error)
        }
    }

    private static func value(
        of comparison: ReportComparison, in section: ReportSection, _ bounds: BoundsOutcome?,
        _ bound: MetricQuery.Bound
    ) -> RunValue {
        var number = comparison.number
        if let bounds { number.take(bounds) } else { number.interval = nil }
        if bound != .estimate, number.value.value != nil, let reason = bounds?.reason {
            return .undefined("no bounds: \(reason.message)")
        }
        var facts: [String] = []
        for (name, keys) in [("max", comparison.highest), ("min", comparison.lowest)] {
            guard let key = keys.first, let value = value(of: key, comparison, section) else { continue }
            facts.append("\(name) \(RunNumber.rounded(value)) \(section.grouping.name) \(key)")
        }
        let sizes = section.rows.map(\.counts.total)
        if let least = sizes.min(), let most = sizes.max() {
            let range = least == most ? "" : " - \(Words.grouped(most))"
            facts.append("n \(Words.grouped(least))\(range) a group")
        }
        return value(of: number, facts: facts, bound: bound)
    }

    /// The value of a group in the column that a comparison is made of; nil where the columns are several.
    private static func value(
        of key: String, _ comparison: ReportComparison, _ section: ReportSection
    ) -> Double? {
        guard comparison.request.quantities.count == 1,
            let column = section.columns.firstIndex(of: comparison.request.quantities[0])
        else { return nil }
        return section.rows.first { $0.key == key }?.numbers[column].value.value
    }

    private static func value(
        of number: ReportNumber, facts: [String], bound: MetricQuery.Bound
    ) -> RunValue {
        guard let estimate = number.value.value else {
            return .undefined(number.value.reason?.message ?? "no value")
        }
        let interval = number.interval.map { interval in
            let level = Value.percent(interval.level).shown
            return "\(level) \(RunNumber.rounded(interval.low)) - \(RunNumber.rounded(interval.high)), "
                + interval.method
        }
        let isWeighted = number.intervalReason == .weighted
        let known =
            (interval.map { [$0] } ?? (isWeighted ? ["weighted, so without an interval"] : [])) + facts
        guard bound != .estimate else {
            return .number(RunNumber(estimate, detail: known.joined(separator: ", ")))
        }
        guard let ends = number.interval else { return .undefined("`\(number.metric)` has no interval") }
        let detail = (["estimate \(RunNumber.rounded(estimate))"] + known).joined(separator: ", ")
        if case .lower = bound { return .number(RunNumber(ends.low, opposite: ends.high, detail: detail)) }
        return .number(RunNumber(ends.high, opposite: ends.low, detail: detail))
    }
}
