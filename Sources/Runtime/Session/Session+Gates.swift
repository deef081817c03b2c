import Diagnostics
import Reporting
import Semantics

extension Session {
    /// Prints values, separated by spaces.
    func print(_ expressions: [CheckedExpression]) async throws(RunError) {
        let values = try await values(of: expressions)
        var evaluator = ExpressionEvaluator(source: place, values: values)
        let texts = expressions.map { expression in
            // A constant prints as it is written: `50%`, `2 h`.
            if case .constant(let value) = expression.node { return value.shown }
            return evaluator.value(expression).text(isExact: options.writesJSON)
        }
        try console.result(texts.joined(separator: " "))
    }

    /// Judges a condition; a `require` counts, an `expect` only warns. Either is recorded for the reports to come.
    func judge(_ gate: GateDescription, outcome: inout RunOutcome) async throws(RunError) {
        let values = try await values(of: [gate.condition])
        var evaluator = ExpressionEvaluator(source: place, values: values)
        let verdict = ExpressionEvaluator.verdict(evaluator.value(gate.condition))
        // A condition that no result takes part in was folded into a constant: it has one part.
        let whole = ExpressionEvaluator.Part(
            anchor: gate.condition.span.start, text: RunValue.verdict(verdict).shown)
        let diagram = AssertionDiagram(source: place, span: gate.span)
            .lines(evaluator.parts.isEmpty ? [whole] : evaluator.parts)
        let line = place.line(of: gate.span.start)
        gates.append(
            GateRecord(
                statement: place.text(of: gate.condition.span), verdict: verdict.recorded,
                kind: gate.isRequired ? .require : .expect, because: gate.reason,
                explanation: diagram.joined(separator: "\n"), file: place.name, line: line))
        if gate.isRequired { outcome.gates.add(verdict) }
        guard verdict != .pass else { return }
        let how = verdict == .fail ? "failed" : verdict.rawValue
        let head = "\(gate.isRequired ? "gate" : "expectation") \(how): \(place.name):\(line)"
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
