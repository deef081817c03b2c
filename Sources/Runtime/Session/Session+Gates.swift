import Diagnostics
import Reporting
import Semantics

extension Session {
    /// Prints values, separated by spaces.
    func print(_ expressions: [CheckedExpression]) async throws(RunError) {
        let values = try await values(of: expressions)
        var evaluator = ExpressionEvaluator(source: source, values: values)
        try console.result(expressions.map { evaluator.value($0).text }.joined(separator: " "))
    }

    /// Judges a condition; a `require` counts, an `expect` only warns. Either is recorded for the reports to come.
    func judge(_ gate: GateDescription, outcome: inout RunOutcome) async throws(RunError) {
        let values = try await values(of: [gate.condition])
        var evaluator = ExpressionEvaluator(source: source, values: values)
        let verdict = ExpressionEvaluator.verdict(evaluator.value(gate.condition))
        // A condition that no result takes part in was folded into a constant: it has one part.
        let whole = ExpressionEvaluator.Part(
            anchor: gate.condition.span.start, text: RunValue.verdict(verdict).shown)
        let diagram = AssertionDiagram(source: source, span: gate.span)
            .lines(evaluator.parts.isEmpty ? [whole] : evaluator.parts)
        let line = source.position(of: gate.span.start).line
        gates.append(
            GateRecord(
                statement: source.text(of: gate.condition.span), verdict: verdict.recorded,
                kind: gate.isRequired ? .require : .expect, because: gate.reason,
                explanation: diagram.joined(separator: "\n"), file: source.name, line: line))
        if gate.isRequired { outcome.gates.add(verdict) }
        guard verdict != .pass else { return }
        let how = verdict == .fail ? "failed" : verdict.rawValue
        let head = "\(gate.isRequired ? "gate" : "expectation") \(how): \(source.name):\(line)"
        let reason = gate.reason.map { ["  \($0)"] } ?? []
        console.notice(([head] + diagram + reason).joined(separator: "\n"))
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
}

extension Verdict {
    /// The verdict as reports record it.
    fileprivate var recorded: GateRecord.Verdict {
        switch self {
        case .pass: .pass
        case .fail: .fail
        case .inconclusive: .inconclusive
        case .undefined: .undefined
        }
    }
}
