import Diagnostics
import Syntax

extension Checker {
    /// Checks a gate.
    mutating func checkGate(
        _ statement: GateStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        let condition = try check(statement.condition)
        guard condition.kind == .bool else {
            throw fail(
                Diagnostic(
                    "E0413", "a gate needs a condition, and this is \(Self.phrase(condition.kind))",
                    at: condition.span, helps: ["compare it: `... <= 10%`"]))
        }
        if condition.queries.isEmpty, !isTesting {
            report(
                Diagnostic(
                    "W1206", "this gate does not depend on any result", at: condition.span,
                    label: "known before the run"))
        }
        let reason = try statement.reason.map { literal throws(CheckFailure) in try text(of: literal) }
        let gate = GateDescription(
            isRequired: statement.isRequired, condition: condition, reason: reason, span: span)
        lintGate(gate)
        return .gate(gate)
    }

    /// A metric as a value: of one outcome, and one number.
    mutating func check(_ query: Query, _ span: SourceSpan) throws(CheckFailure) -> CheckedExpression {
        if let arguments = query.metric.arguments, let bound = try bound(query.metric, arguments) {
            return bound
        }
        let metric = attempt { checker throws(CheckFailure) in try checker.metric(query.metric) }
        let judged =
            if let path = query.subject { try outcomes(path) } else { try implicitOutcomes(at: span) }
        guard let metric else { throw failSilently() }
        guard judged.count == 1, let one = judged.first else {
            throw fail(severalOutcomes(judged, query.subject, span))
        }
        let grouping =
            try query.group.map { group throws(CheckFailure) in try self.grouping(group, judged) }
            ?? Grouping(factors: [])
        try checkNeeds(metric, isGrouped: query.group != nil, judged)
        if let dataset = weighted(judged) { try checkWeightedForm(metric, of: dataset) }
        let compares = catalogue.metric(metric.metric)?.comparesGroups ?? false
        guard query.group == nil || compares || metric.aggregate != .none else {
            throw fail(oneValueAGroup(metric, query, span))
        }
        return CheckedExpression(
            node: .query(
                MetricQuery(
                    metric: metric, grouping: grouping, outcome: one.outcome, bound: .estimate, span: span)),
            kind: metric.aggregate.isGroupName ? .string : .number, span: span)
    }

    /// The finding that a name stands for several outcomes where one is needed.
    func severalOutcomes(_ judged: [Judged], _ path: NamePath?, _ span: SourceSpan) -> Diagnostic {
        let name = path?.text ?? "it.audit"
        let parts = judged.prefix(6).map { one in
            switch one.outcome {
            case .audit(_, let classifier, let cohort):
                Set(judged.map(\.subject.name)).count > 1
                    ? "\(name).\(classifier).\(cohort)" : "\(name).\(classifier)"
            case .dataset(let dataset, let classifier): classifier.map { "\(dataset).\($0)" } ?? dataset
            }
        }
        return Diagnostic(
            "E0512", "`\(name)` has \(judged.count) outcomes, and a value is of one",
            at: path?.span ?? span,
            helps: ["write \(Words.list(parts, joining: "or"))"])
    }

    private func oneValueAGroup(_ metric: MetricReference, _ query: Query, _ span: SourceSpan) -> Diagnostic {
        let name = source.text(of: metric.span)
        return Diagnostic(
            "E0513", "`\(name)` by groups is one value a group, not one value", at: metric.span,
            label: "which of them?",
            helps: ["write `min(\(name))` or `max(\(name))` for the worst or best group"],
            edits: [Edit(metric.span, "min(\(name))")])
    }

    // MARK: Calls

    /// `max(a, b)`, `min(a, b)`, `upper(query, 95%)`, `lower(query, 95%)`, or a metric with arguments.
    mutating func checkCall(
        _ callee: Expression, _ arguments: [Argument], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        guard case .path(let path) = callee.kind else {
            throw fail(Diagnostic("E0413", "this cannot be called", at: callee.span))
        }
        if isBroken(path) { throw failSilently() }
        if let function = function(path) { return try value(of: function, arguments, span) }
        if ["cells", "images"].contains(path.text) { return try size(path, arguments, span) }
        let call = MetricCall(path: path, arguments: arguments, span: span)
        if let bound = try bound(call, arguments) { return bound }
        if path.text == "max" || path.text == "min", arguments.count != 1 {
            return try extreme(isMaximum: path.text == "max", arguments, span)
        }
        if let aggregated = try aggregated(path, arguments, span) { return aggregated }
        if path.text == "inconclusive" { return try inconclusive(arguments, span) }
        guard catalogue.metric(path.text) != nil else { throw fail(noFunction(path, among: callable)) }
        return try check(Query(metric: call, group: nil, subject: nil), span)
    }

    /// The finding that nothing of a name can be called; a function that names itself is told so.
    ///
    /// - Parameter known: what can be called where it stands.
    mutating func noFunction(_ path: NamePath, among known: [String]) -> Diagnostic {
        if calling.contains(path.text) {
            return Diagnostic(
                "E0305", "`\(path.text)` calls itself", at: path.span,
                label: "calls are written out before the run, so none goes round in a circle")
        }
        if let (binding, _) = lookUp(path) { return wrongKind(path, binding, expected: "a function") }
        return unknown("E0301", "function", path.text, path.span, among: known)
    }

    /// What a call in an expression may name.
    private var callable: [String] {
        names(of: "function") + Self.functions + catalogue.metrics.flatMap { [$0.name] + $0.aliases }
    }

    /// The value that a function gives a call.
    private mutating func value(
        of function: FunctionDescription, _ arguments: [Argument], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        switch try call(function, arguments, span) {
        case .expression(let value):
            return value.moved(to: span)
        case .thing(let thing):
            throw fail(
                Diagnostic(
                    "E0413", "`\(function.name)` gives \(thing.phrase), not a value", at: span,
                    helps: ["name it: `let x = \(source.text(of: span))`"]))
        case .nothing:
            throw fail(
                Diagnostic(
                    "E0413", "`\(function.name)` gives no value", at: span,
                    label: "its last statement makes none"))
        }
    }

    /// `cells(cohort)`, `images(cohort)`: how many there are.
    private mutating func size(
        _ path: NamePath, _ arguments: [Argument], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        guard arguments.count == 1, arguments[0].label == nil,
            case .cohort(let cohort) = try binding(of: arguments[0].value)
        else {
            throw fail(
                Diagnostic(
                    "E0425", "`\(path.text)` takes a cohort", at: span,
                    helps: ["for example `\(path.text)(it.cohort)`"]))
        }
        return constant(.integer(path.text == "cells" ? cohort.cells.count : cohort.imageCount), span)
    }

    /// What can be called.
    static let functions = [
        "max", "min", "mean", "worst", "argmax", "argmin", "difference", "ratio", "upper", "lower",
        "inconclusive", "cells", "images",
    ]

    /// `inconclusive(condition)`: whether the results leave the condition open.
    private mutating func inconclusive(
        _ arguments: [Argument], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        guard arguments.count == 1, arguments[0].label == nil else {
            throw fail(
                Diagnostic(
                    "E0414", "`inconclusive` takes one condition", at: span,
                    helps: ["for example `inconclusive(upper(dp by age of a.MelaNet) <= 10%)`"]))
        }
        let condition = try check(arguments[0].value)
        try require(.bool, condition)
        return CheckedExpression(node: .inconclusive(condition), kind: .bool, span: span)
    }

    private mutating func extreme(
        isMaximum: Bool, _ arguments: [Argument], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression {
        let operands = try checkAll(arguments.map(\.value))
        guard !operands.isEmpty else {
            throw fail(Diagnostic("E0414", "`\(isMaximum ? "max" : "min")` takes values", at: span))
        }
        for operand in operands { try require(.number, operand) }
        return CheckedExpression(node: .extreme(isMaximum: isMaximum, operands), kind: .number, span: span)
    }

    /// `min(accuracy by age of a)`, which is `min(accuracy) by age of a`; nil for anything else.
    private mutating func aggregated(
        _ path: NamePath, _ arguments: [Argument], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedExpression? {
        guard let aggregate = MetricReference.Aggregate(rawValue: path.text), aggregate != .none,
            arguments.count == 1, case .query(let inner) = arguments[0].value.kind
        else { return nil }
        let name = Expression(.path(inner.metric.path), inner.metric.path.span)
        let metric =
            inner.metric.arguments.map { Expression(.call(name, $0), inner.metric.span, around: name.depth) }
            ?? name
        let call = MetricCall(path: path, arguments: [Argument(label: nil, value: metric)], span: span)
        return try check(Query(metric: call, group: inner.group, subject: inner.subject), span)
    }

    /// `upper(query, 95%)` and `lower(query, 95%)`; nil for another call.
    private mutating func bound(
        _ call: MetricCall, _ arguments: [Argument]
    ) throws(CheckFailure) -> CheckedExpression? {
        let name = call.path.text
        guard name == "upper" || name == "lower" else { return nil }
        guard (1...2).contains(arguments.count), arguments.allSatisfy({ $0.label == nil }) else {
            throw fail(
                Diagnostic(
                    "E0414", "`\(name)` takes a metric and a level", at: call.span,
                    helps: ["for example `\(name)(recall of a.MelaNet, 95%)`"]))
        }
        guard case .query(let inner) = try check(arguments[0].value).node, inner.bound == .estimate,
            !inner.metric.aggregate.isGroupName
        else {
            throw fail(
                Diagnostic("E0413", "`\(name)` takes a metric of outcomes", at: arguments[0].value.span))
        }
        if let dataset = weighted(inner.outcome) {
            throw fail(unweighted("`\(name)`", dataset, at: call.span))
        }
        var level = 0.95
        if arguments.count == 2 {
            guard let given = try constant(arguments[1].value).asDouble, given > 0, given < 1 else {
                throw fail(
                    Diagnostic(
                        "E0406", "a level lies between 0 and 1", at: arguments[1].value.span,
                        label: "for example `95%`"))
            }
            level = given
        }
        let query = MetricQuery(
            metric: inner.metric, grouping: inner.grouping, outcome: inner.outcome,
            bound: name == "upper" ? .upper(level: level) : .lower(level: level), span: call.span)
        return CheckedExpression(node: .query(query), kind: .number, span: call.span)
    }
}
