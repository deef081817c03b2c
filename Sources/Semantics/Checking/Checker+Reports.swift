import Diagnostics
import Syntax

extension Checker {
    /// Checks a report and makes it the last one.
    mutating func checkReport(
        _ statement: ReportStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        let metrics = attempt { checker throws(CheckFailure) in try checker.metrics(statement.metrics) }
        let judged = attempt { checker throws(CheckFailure) in try checker.judged(statement.subjects, span) }
        // Without outcomes the names of attributes are looked at all the same.
        let groupings = attempt { checker throws(CheckFailure) in
            try checker.groupings(statement.groups, of: judged ?? [])
        }
        let options = attempt { checker throws(CheckFailure) in
            try checker.checkOptions(statement.options, checker.catalogue.reportOptions, of: "`report`")
        }
        guard let metrics, let judged, let groupings, let options else { throw failSilently() }
        try checkNeeds(metrics, isGrouped: !statement.groups.isEmpty, judged)
        try checkThreshold(options, judged)
        if options["threshold"] != nil {
            try refuseFlips(
                metrics, "is of the decisions that the audit made",
                "write it there: `audit ... with vary sex, threshold 0.3`")
        }
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
            guard let metric = catalogue.metric(name), let parameter = metric.parameter else {
                throw try takesNoArguments(call)
            }
            notes.note(.metric(metric.name), at: call.path.span)
            return MetricReference(
                metric: metric.name, aggregate: .none,
                parameter: try value(of: parameter, in: arguments, of: call.path, call.span), span: call.span)
        }
        let (metric, parameter) = try quantity(in: call, arguments)
        if aggregate.isComparison { return comparison(aggregate, of: metric, parameter, call) }
        guard aggregate != .worst || metric.direction != .neutral else {
            throw fail(
                Diagnostic(
                    "E0515", "`\(metric.name)` has no worst value", at: call.span,
                    label: "neither more nor less of it is better", helps: ["write `max(...)` or `min(...)`"])
            )
        }
        return MetricReference(
            metric: metric.name, aggregate: aggregate, parameter: parameter, span: call.span)
    }

    private mutating func takesNoArguments(_ call: MetricCall) throws(CheckFailure) -> CheckFailure {
        let name = call.path.text
        guard catalogue.metric(name) != nil else {
            if Self.functions.contains(name) {
                throw fail(
                    Diagnostic(
                        "E0413", "`\(name)(...)` is a value of gates and `print`, not a metric of results",
                        at: call.span, helps: ["the interval of every number is shown beside it"]))
            }
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
    ) throws(CheckFailure) -> (MetricDefinition, parameter: Double?) {
        let name = call.path.text
        guard arguments.count == 1, arguments[0].label == nil,
            let (path, inner) = Self.metricCall(arguments[0].value)
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
        guard let inner else { return (metric, nil) }
        guard let parameter = metric.parameter else {
            throw try takesNoArguments(
                MetricCall(path: path, arguments: inner, span: arguments[0].value.span))
        }
        return (metric, try value(of: parameter, in: inner, of: path, arguments[0].value.span))
    }

    /// `mcc` or `generalized_entropy(alpha: 1)`; nil for another expression.
    private static func metricCall(_ expression: Expression) -> (NamePath, [Argument]?)? {
        switch expression.kind {
        case .path(let path): (path, nil)
        case .call(let callee, let arguments):
            if case .path(let path) = callee.kind { (path, arguments) } else { nil }
        default: nil
        }
    }

    /// The number in a metric's parentheses: `alpha: 1`.
    private mutating func value(
        of parameter: MetricDefinition.Parameter, in arguments: [Argument], of path: NamePath,
        _ span: SourceSpan
    ) throws(CheckFailure) -> Double {
        let example = "for example `\(path.text)(\(parameter.name): 1)`"
        guard arguments.count == 1, let label = arguments[0].label, label.text == parameter.name else {
            throw fail(
                Diagnostic(
                    "E0414", "`\(path.text)` takes `\(parameter.name)`", at: span,
                    helps: [example, parameter.summary]))
        }
        guard let number = try constant(arguments[0].value).asDouble, parameter.range.contains(number) else {
            let range = parameter.range
            throw fail(
                Diagnostic(
                    "E0406",
                    "`\(parameter.name)` is a number from \(Value.canonical(range.lowerBound)) to "
                        + "\(Value.canonical(range.upperBound))", at: arguments[0].value.span,
                    helps: [example]))
        }
        return number
    }

    /// `difference(mcc)` and `ratio(tpr)`; `difference(tpr)` and `ratio(selection_rate)` have names of their own.
    private func comparison(
        _ aggregate: MetricReference.Aggregate, of quantity: MetricDefinition, _ parameter: Double?,
        _ call: MetricCall
    ) -> MetricReference {
        let kind: MetricDefinition.Kind =
            aggregate == .ratio ? .combined(of: [quantity.name], isRatio: true) : .gap(of: quantity.name)
        guard let metric = catalogue.metrics.first(where: { $0.kind == kind }) else {
            return MetricReference(
                metric: quantity.name, aggregate: aggregate, parameter: parameter, span: call.span)
        }
        return MetricReference(metric: metric.name, aggregate: .none, span: call.span)
    }

    private mutating func metric(named path: NamePath) throws(CheckFailure) -> MetricDefinition {
        if let metric = catalogue.metric(path.text) {
            notes.note(.metric(metric.name), at: path.span)
            return metric
        }
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
