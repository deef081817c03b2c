import Diagnostics
import Testing

@testable import Runtime
@testable import Semantics

@Suite struct GateTests {
    private let source = Source(name: "t.audit", text: "require upper(recall, 95%) <= 0.15 and 1 < 2")

    private func constant(_ number: Double) -> CheckedExpression {
        CheckedExpression(node: .constant(.number(number)), kind: .number, span: SourceSpan(30, 34))
    }

    private var query: MetricQuery {
        MetricQuery(
            metric: MetricReference(metric: "recall", aggregate: .none, span: SourceSpan(14, 20)),
            grouping: Grouping(factors: []), outcome: .dataset("d", classifier: nil),
            bound: .upper(level: 0.95),
            span: SourceSpan(8, 26))
    }

    private func verdict(
        _ value: RunValue, _ comparison: CheckedExpression.Comparison, _ threshold: Double
    ) -> Verdict {
        let left = CheckedExpression(node: .query(query), kind: .number, span: query.span)
        let expression = CheckedExpression(
            node: .comparison(comparison, left, constant(threshold)), kind: .bool, span: SourceSpan(8, 34))
        var evaluator = ExpressionEvaluator(source: source, values: [query: value])
        return ExpressionEvaluator.verdict(evaluator.value(expression))
    }

    @Test(
        "a bound decides only where both ends of its interval are on one side of the threshold",
        arguments: [
            (0.12, 0.10, Verdict.pass), (0.22, 0.19, .fail), (0.22, 0.12, .inconclusive),
            (0.15, 0.15, .pass),
        ])
    func bounds(bound: Double, opposite: Double, expected: Verdict) {
        #expect(verdict(.number(bound, opposite: opposite), .lessOrEqual, 0.15) == expected)
    }

    @Test("`inconclusive(...)` holds where a condition is open or has no value, and nowhere else")
    func inconclusive() {
        let cases: [(RunValue, Verdict)] = [
            (.number(0.12, opposite: 0.10), .fail), (.number(0.22, opposite: 0.12), .pass),
            (.undefined("no positive case"), .pass), (.number(0.22, opposite: 0.19), .fail),
        ]
        #expect(
            cases.map { value, _ in
                let left = CheckedExpression(node: .query(query), kind: .number, span: query.span)
                let inner = CheckedExpression(
                    node: .comparison(.lessOrEqual, left, constant(0.15)), kind: .bool,
                    span: SourceSpan(8, 34))
                let outer = CheckedExpression(
                    node: .inconclusive(inner), kind: .bool, span: SourceSpan(8, 34))
                var evaluator = ExpressionEvaluator(source: source, values: [query: value])
                return ExpressionEvaluator.verdict(evaluator.value(outer))
            } == cases.map(\.1))
    }

    @Test(
        "a number lies within a range, a bound where both ends of its interval do",
        arguments: [
            (RunValue.number(0.08, opposite: 0.02), Verdict.pass),
            (.number(0.12, opposite: 0.02), .inconclusive),
            (.number(0.3, opposite: 0.2), .fail), (.undefined("no positive case"), .undefined),
        ])
    func ranges(value: RunValue, expected: Verdict) {
        let range = Value.range(lower: .integer(0), upper: .percent(0.1), halfOpen: false, step: nil)
        let left = CheckedExpression(node: .query(query), kind: .number, span: query.span)
        let member = CheckedExpression(
            node: .member(left, of: [.number(0.9), range]), kind: .bool, span: SourceSpan(8, 34))
        var evaluator = ExpressionEvaluator(source: source, values: [query: value])
        #expect(ExpressionEvaluator.verdict(evaluator.value(member)) == expected)
    }

    @Test("an undefined number decides nothing")
    func undefined() {
        #expect(verdict(.undefined("no positive case"), .lessOrEqual, 0.15) == .undefined)
        #expect(verdict(.undefined("no positive case"), .greater, 0.15) == .undefined)
    }

    @Test(
        "conditions combine by Kleene's logic",
        arguments: [
            (Verdict.pass, Verdict.inconclusive, Verdict.inconclusive, Verdict.pass),
            (.fail, .inconclusive, .fail, .inconclusive), (.pass, .fail, .fail, .pass),
            (.inconclusive, .inconclusive, .inconclusive, .inconclusive),
            (.undefined, .inconclusive, .undefined, .undefined), (.undefined, .pass, .undefined, .pass),
            (.fail, .undefined, .fail, .undefined),
        ])
    func logic(left: Verdict, right: Verdict, both: Verdict, either: Verdict) {
        #expect((left & right) == both)
        #expect((left | right) == either)
        #expect(!(!left) == left)
    }

    @Test("a failed gate shows the value of each part under it")
    func diagram() {
        let left = CheckedExpression(node: .query(query), kind: .number, span: query.span)
        let comparison = CheckedExpression(
            node: .comparison(.lessOrEqual, left, constant(0.15)), kind: .bool, span: SourceSpan(8, 34))
        var evaluator = ExpressionEvaluator(
            source: source,
            values: [
                query: .number(
                    RunNumber(0.227, opposite: 0.161, detail: "estimate 0.194, max 0.258 sex m"))
            ])
        _ = evaluator.value(comparison)
        let lines = AssertionDiagram(source: source, span: SourceSpan(0, 34)).lines(evaluator.parts)
        #expect(
            lines == [
                "1 | require upper(recall, 95%) <= 0.15 and 1 < 2",
                "  |         |                  |",
                "  |         |                  false: above by 0.077",
                "  |         0.227 (estimate 0.194, max 0.258 sex m)",
            ])
    }

    @Test("values that would run into each other stand in rows of their own")
    func crowded() {
        let parts = [(8, "0.123456"), (10, "false"), (12, "1")].map {
            ExpressionEvaluator.Part(anchor: $0.0, text: $0.1)
        }
        let lines = AssertionDiagram(source: source, span: SourceSpan(0, 34)).lines(parts)
        #expect(
            lines.dropFirst() == [
                "  |         | | |",
                "  |         | | 1",
                "  |         | false",
                "  |         0.123456",
            ])
    }

    @Test("division by zero is undefined and traps nothing")
    func division() {
        let expression = CheckedExpression(
            node: .arithmetic(.divide, constant(1), constant(0)), kind: .number, span: SourceSpan(8, 34))
        var evaluator = ExpressionEvaluator(source: source, values: [:])
        #expect(evaluator.value(expression) == .undefined("not a finite number"))
    }
}
