import Diagnostics
import Reporting
import Semantics
import Statistics

extension Session {
    /// Prints values, separated by spaces.
    func print(_ expressions: [CheckedExpression]) async throws(RunError) {
        let values = try await values(of: expressions)
        var evaluator = ExpressionEvaluator(source: source, values: values)
        try console.result(expressions.map { evaluator.value($0).text }.joined(separator: " "))
    }

    /// Judges a condition; a `require` counts, an `expect` only warns.
    func judge(_ gate: GateDescription, outcome: inout RunOutcome) async throws(RunError) {
        let values = try await values(of: [gate.condition])
        var evaluator = ExpressionEvaluator(source: source, values: values)
        let verdict = ExpressionEvaluator.verdict(evaluator.value(gate.condition))
        if gate.isRequired { outcome.gates.add(verdict) }
        guard verdict != .pass else { return }
        let what = gate.isRequired ? "gate" : "expectation"
        let line = source.position(of: gate.span.start).line
        let how = verdict == .fail ? "failed" : "inconclusive"
        // A condition that no result takes part in was folded into a constant: it has one part.
        let whole = ExpressionEvaluator.Part(anchor: gate.condition.span.start, value: .verdict(verdict))
        let parts = evaluator.parts.isEmpty ? [whole] : evaluator.parts
        let diagram = AssertionDiagram(source: source, span: gate.span).lines(parts)
        let reason = gate.reason.map { ["  \($0)"] } ?? []
        console.notice(
            (["\(what) \(how): \(source.name):\(line)"] + diagram + reason).joined(separator: "\n"))
    }

    /// The values of all metrics that expressions ask for.
    private func values(of expressions: [CheckedExpression]) async throws(RunError) -> [MetricQuery: RunValue]
    {
        var values: [MetricQuery: RunValue] = [:]
        for query in expressions.flatMap(\.queries) where values[query] == nil {
            values[query] = try await value(of: query)
        }
        return values
    }

    private func value(of query: MetricQuery) async throws(RunError) -> RunValue {
        let request = try Self.request(query.metric)
        var options = ReportOptions()
        switch query.bound {
        case .estimate: break
        case .lower(let level), .upper(let level): options.level = level
        }
        let report = try report(
            [request], by: [query.grouping], of: [try await outcome(query.outcome)], options: options,
            excludingUnknown: false)
        guard let section = report.sections.first,
            let number = section.comparisons.first?.number ?? section.overall.numbers.first
        else { return .undefined("no rows") }
        return Self.value(of: number, bound: query.bound)
    }

    private static func value(of number: ReportNumber, bound: MetricQuery.Bound) -> RunValue {
        guard let estimate = number.value.value else {
            return .undefined(number.value.reason?.message ?? "no value")
        }
        guard bound != .estimate else { return .number(estimate) }
        guard let interval = number.interval else { return .undefined("`\(number.metric)` has no interval") }
        if case .lower = bound { return .number(interval.low, estimate: estimate) }
        return .number(interval.high, estimate: estimate)
    }
}
