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
            grouping: Grouping(factors: []), outcome: .dataset("d"), bound: .upper(level: 0.95),
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
        "a bound decides only when its estimate is on the same side of the threshold",
        arguments: [
            (0.12, 0.10, Verdict.pass), (0.22, 0.19, .fail), (0.22, 0.12, .inconclusive),
            (0.15, 0.15, .pass),
        ])
    func bounds(bound: Double, estimate: Double, expected: Verdict) {
        #expect(verdict(.number(bound, estimate: estimate), .lessOrEqual, 0.15) == expected)
    }

    @Test("an undefined number decides nothing")
    func undefined() {
        #expect(verdict(.undefined("no positive case"), .lessOrEqual, 0.15) == .inconclusive)
        #expect(verdict(.undefined("no positive case"), .greater, 0.15) == .inconclusive)
    }

    @Test(
        "conditions combine by Kleene's logic",
        arguments: [
            (Verdict.pass, Verdict.inconclusive, Verdict.inconclusive, Verdict.pass),
            (.fail, .inconclusive, .fail, .inconclusive), (.pass, .fail, .fail, .pass),
            (.inconclusive, .inconclusive, .inconclusive, .inconclusive),
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
        var evaluator = ExpressionEvaluator(source: source, values: [query: .number(0.227, estimate: 0.194)])
        _ = evaluator.value(comparison)
        let lines = AssertionDiagram(source: source, span: SourceSpan(0, 34)).lines(evaluator.parts)
        #expect(
            lines == [
                "1 | require upper(recall, 95%) <= 0.15 and 1 < 2",
                "  |         |                  |",
                "  |         0.227              false",
            ])
    }

    @Test("values that would run into each other stand in rows of their own")
    func crowded() {
        let parts = [(8, "0.123456"), (10, "false"), (12, "1")].map {
            ExpressionEvaluator.Part(anchor: $0.0, value: .text($0.1))
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
