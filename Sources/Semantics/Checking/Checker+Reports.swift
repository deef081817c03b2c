import Diagnostics
import Syntax

extension Checker {
    /// Checks a report and makes it the last one.
    mutating func checkReport(
        _ statement: ReportStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        let metrics = attempt { checker throws(CheckFailure) in try checker.metrics(statement.metrics) }
        let judged = attempt { checker throws(CheckFailure) in try checker.judged(statement.subjects, span) }
        let groupings = judged.flatMap { judged in
            attempt { checker throws(CheckFailure) in try checker.groupings(statement.groups, of: judged) }
        }
        let options = attempt { checker throws(CheckFailure) in
            try checker.checkOptions(statement.options, checker.catalogue.reportOptions, of: "`report`")
        }
        guard let metrics, let judged, let groupings, let options else { throw failSilently() }
        try checkNeeds(metrics, isGrouped: !statement.groups.isEmpty, judged)
        try checkThreshold(options, judged)
        try checkReference(options, groupings, judged)
        try checkWeighting(metrics, options, judged)
        let report = ReportDescription(
            name: nextResultName(), metrics: metrics, groupings: groupings, outcomes: judged.map(\.outcome),
            options: options, strata: try strata(options, groupings, judged), span: span)
        bindResult(.report(report), named: report.name, span)
        lint(report, judged)
        return .report(report)
    }

    /// The outcomes of a report or plot: those that it names, or the last ones.
    mutating func judged(_ paths: [NamePath], _ span: SourceSpan) throws(CheckFailure) -> [Judged] {
        if paths.isEmpty { return try implicitOutcomes(at: span) }
        var judged: [Judged] = []
        for path in paths {
            for one in try outcomes(path) {
                guard !judged.contains(where: { $0.outcome == one.outcome }) else {
                    throw fail(Diagnostic("E0309", "`\(path.text)` is named twice", at: path.span))
                }
                judged.append(one)
            }
        }
        return judged
    }

    // MARK: Metrics

    /// The metrics of a report or comparison; all are looked at before the statement is given up.
    mutating func metrics(_ calls: [MetricCall]) throws(CheckFailure) -> [MetricReference] {
        var metrics: [MetricReference] = []
        var failed = false
        for call in calls {
            if let metric = attempt({ checker throws(CheckFailure) in try checker.number(call) }) {
                metrics.append(metric)
            } else {
                failed = true
            }
        }
        if failed { throw failSilently() }
        return metrics
    }

    /// A metric whose value is a number.
    private mutating func number(_ call: MetricCall) throws(CheckFailure) -> MetricReference {
        let metric = try metric(call)
        guard metric.aggregate.isGroupName else { return metric }
        let number = metric.aggregate == .argmax ? "max" : "min"
        throw fail(
            Diagnostic(
                "E0516", "`\(call.path.text)` is the name of a group, and a report has numbers",
                at: call.span, helps: ["`\(number)(\(metric.metric))` names its group beside the number"],
                edits: [Edit(call.path.span, number)]))
    }

    /// A metric, alone or in `max(...)` and its like.
    mutating func metric(_ call: MetricCall) throws(CheckFailure) -> MetricReference {
        let name = call.path.text
        guard let arguments = call.arguments else {
            return MetricReference(
                metric: try metric(named: call.path).name, aggregate: .none, span: call.span)
        }
        let aggregate = MetricReference.Aggregate(rawValue: name)
        guard let aggregate, aggregate != .none else {
            throw try takesNoArguments(call)
        }
        let metric = try quantity(in: call, arguments)
        if aggregate.isComparison { return comparison(aggregate, of: metric, call) }
        guard aggregate != .worst || metric.direction != .neutral else {
            throw fail(
                Diagnostic(
                    "E0515", "`\(metric.name)` has no worst value", at: call.span,
                    label: "neither more nor less of it is better", helps: ["write `max(...)` or `min(...)`"])
            )
        }
        return MetricReference(metric: metric.name, aggregate: aggregate, span: call.span)
    }

    private mutating func takesNoArguments(_ call: MetricCall) throws(CheckFailure) -> CheckFailure {
        let name = call.path.text
        guard catalogue.metric(name) != nil else {
            throw fail(unknown("E0301", "function", name, call.path.span, among: Self.functions))
        }
        return fail(
            Diagnostic(
                "E0414", "metric `\(name)` takes no arguments", at: call.span, edits: [Edit(call.span, name)])
        )
    }

    /// The metric with one value a group that stands alone in parentheses.
    private mutating func quantity(
        in call: MetricCall, _ arguments: [Argument]
    ) throws(CheckFailure) -> MetricDefinition {
        let name = call.path.text
        guard arguments.count == 1, arguments[0].label == nil, case .path(let path) = arguments[0].value.kind
        else {
            throw fail(
                Diagnostic(
                    "E0414", "`\(name)` takes one metric", at: call.span,
                    helps: ["for example `\(name)(accuracy)`"]))
        }
        let metric = try metric(named: path)
        guard metric.kind == .quantity else {
            throw fail(
                Diagnostic(
                    "E0413", "`\(metric.name)` compares the groups already", at: path.span,
                    label: "`\(name)` takes a metric with one value a group"))
        }
        return metric
    }

    /// `difference(mcc)` and `ratio(tpr)`; `difference(tpr)` and `ratio(selection_rate)` have names of their own.
    private func comparison(
        _ aggregate: MetricReference.Aggregate, of quantity: MetricDefinition, _ call: MetricCall
    ) -> MetricReference {
        let kind: MetricDefinition.Kind =
            aggregate == .ratio ? .combined(of: [quantity.name], isRatio: true) : .gap(of: quantity.name)
        guard let metric = catalogue.metrics.first(where: { $0.kind == kind }) else {
            return MetricReference(metric: quantity.name, aggregate: aggregate, span: call.span)
        }
        return MetricReference(metric: metric.name, aggregate: .none, span: call.span)
    }

    private mutating func metric(named path: NamePath) throws(CheckFailure) -> MetricDefinition {
        if let metric = catalogue.metric(path.text) { return metric }
        throw fail(noMetric(path.text, path.span))
    }

    /// The finding that a metric does not exist.
    func noMetric(_ text: String, _ span: SourceSpan) -> Diagnostic {
        let known = catalogue.metrics.flatMap { [$0.name] + $0.aliases }
        let nearest = Suggestion.nearest(to: text, among: known)
        let gloss = nearest.flatMap { catalogue.metric($0)?.gloss }
        let gaps = catalogue.metrics.filter(\.comparesGroups).prefix(4).map(\.name).joined(separator: ", ")
        let values = catalogue.metrics.filter { !$0.comparesGroups }.prefix(3).map(\.name).joined(
            separator: ", ")
        return Diagnostic(
            "E0303", "no metric `\(text.prefix(60))`", at: span,
            label: nearest.map { near in "did you mean `\(near)`" + (gloss.map { " (\($0))" } ?? "") + "?" }
                ?? "",
            helps: ["there are \(catalogue.metrics.count): gaps are \(gaps) ..., values are \(values) ..."],
            edits: nearest.map { [Edit(span, $0)] } ?? [])
    }
}
