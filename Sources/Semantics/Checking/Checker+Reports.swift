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
        let report = ReportDescription(
            name: nextResultName(), metrics: metrics, groupings: groupings, outcomes: judged.map(\.outcome),
            options: options, span: span)
        environment.entries[report.name] = CheckEnvironment.Entry(binding: .report(report), span: span)
        environment.lastReport = report.name
        broken.remove("it.report")
        lint(report, judged)
        return .report(report)
    }

    private mutating func judged(_ paths: [NamePath], _ span: SourceSpan) throws(CheckFailure) -> [Judged] {
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

    private mutating func metrics(_ calls: [MetricCall]) throws(CheckFailure) -> [MetricReference] {
        var metrics: [MetricReference] = []
        var failed = false
        for call in calls {
            if let metric = attempt({ checker throws(CheckFailure) in try checker.metric(call) }) {
                metrics.append(metric)
            } else {
                failed = true
            }
        }
        if failed { throw failSilently() }
        return metrics
    }

    /// A metric, alone or in `max(...)` and its like.
    mutating func metric(_ call: MetricCall) throws(CheckFailure) -> MetricReference {
        let name = call.path.text
        guard let arguments = call.arguments else {
            return MetricReference(
                metric: try metric(named: call.path).name, aggregate: .none, span: call.span)
        }
        guard let aggregate = MetricReference.Aggregate(rawValue: name), aggregate != .none else {
            _ = try metric(named: call.path)
            throw fail(
                Diagnostic(
                    "E0414", "metric `\(name)` takes no arguments", at: call.span,
                    edits: [Edit(call.span, name)]))
        }
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
        return MetricReference(metric: metric.name, aggregate: aggregate, span: call.span)
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
