import Diagnostics
import Syntax

extension Checker {
    /// Checks a plot of results: it is drawn from the report that its words would make.
    mutating func checkFigure(
        _ statement: PlotStatement, _ parts: PlotParts, _ definition: PlotDefinition, _ span: SourceSpan
    ) throws(CheckFailure) -> PlotDescription {
        guard case .results(let taken, let implied, let factors) = definition.content else {
            throw failSilently()
        }
        if let group = parts.rows ?? parts.columns {
            throw fail(
                Diagnostic(
                    "E0414", "plot `\(definition.name)` takes `by`, not `rows` and `columns`", at: group.span)
            )
        }
        guard let path = parts.path else { throw fail(missingFile(definition, span)) }
        let metrics = try figureMetrics(statement, definition, taken, implied)
        let judged = try judged(parts.subject.map { [$0] } ?? [], span)
        let groupings = try groupings(parts.groups ?? [], of: judged)
        try checkFactors(of: groupings, factors, definition, parts, span)
        let options = try checkOptions(
            parts.options, definition.options + catalogue.reportOptions, of: "plot `\(definition.name)`")
        try checkNeeds(metrics, isGrouped: parts.groups != nil, judged)
        try checkThreshold(options, judged)
        try checkReference(options, groupings, judged)
        try checkWeighting(metrics, options, judged)
        if ["roc", "calibration"].contains(definition.name), let dataset = weighted(judged) {
            throw fail(unweighted("plot `\(definition.name)`", dataset, at: span))
        }
        let report = ReportDescription(
            name: "", metrics: metrics, groupings: groupings, outcomes: judged.map(\.outcome),
            options: options, strata: try strata(options, groupings, judged), span: span)
        return PlotDescription(
            kind: definition.name, content: .results(report), path: try output(path),
            format: try pictureFormat(path, among: ["svg", "png"]), options: options, span: span)
    }

    private mutating func figureMetrics(
        _ statement: PlotStatement, _ definition: PlotDefinition, _ taken: PlotDefinition.Metrics,
        _ implied: String
    ) throws(CheckFailure) -> [MetricReference] {
        guard let first = statement.metrics.first else {
            return [MetricReference(metric: implied, aggregate: .none, span: statement.kind.span)]
        }
        guard taken != .none else {
            throw fail(Diagnostic("E0414", "plot `\(definition.name)` takes no metrics", at: first.span))
        }
        if taken == .quantities, statement.metrics.count > 1 {
            throw fail(
                Diagnostic(
                    "E0414", "plot `\(definition.name)` takes one metric", at: statement.metrics[1].span,
                    helps: ["write a `plot` for each"]))
        }
        let metrics = try metrics(statement.metrics)
        for metric in metrics {
            let isNamed = catalogue.metric(metric.metric)?.comparesGroups ?? false
            let isGap = isNamed || metric.aggregate == .difference
            guard metric.aggregate != .none && !isGap || isGap != (taken == .gaps) else { continue }
            let wanted =
                taken == .gaps ? "metrics that compare groups, such as `dp`" : "metrics such as `accuracy`"
            throw fail(
                Diagnostic("E0414", "plot `\(definition.name)` takes \(wanted)", at: metric.span))
        }
        return metrics
    }

    private mutating func checkFactors(
        of groupings: [Grouping], _ allowed: ClosedRange<Int>, _ definition: PlotDefinition,
        _ parts: PlotParts, _ span: SourceSpan
    ) throws(CheckFailure) {
        for (index, grouping) in groupings.enumerated() where !allowed.contains(grouping.factors.count) {
            let written = parts.groups.flatMap { $0.indices.contains(index) ? $0[index].span : nil }
            let needed = allowed == 2...2 ? "two attributes crossed" : "attributes to group by"
            throw fail(
                Diagnostic(
                    "E0417", "plot `\(definition.name)` needs \(needed)", at: written ?? span,
                    helps: [
                        "for example `plot \(definition.name) by \(allowed == 2...2 ? "age*fst" : "age")`"
                    ])
            )
        }
    }

    private func missingFile(_ definition: PlotDefinition, _ span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0417", "this plot lacks `to`", at: span,
            helps: ["for example `plot \(definition.name) by age to \"figure.svg\"`"])
    }

    /// The format that a picture's name says.
    mutating func pictureFormat(
        _ literal: StringLiteral, among formats: [String]
    ) throws(CheckFailure) -> String {
        let path = try text(of: literal).lowercased()
        if let format = formats.first(where: { path.hasSuffix(".\($0)") }) { return format }
        throw fail(
            Diagnostic(
                "E0320", "this file name says no format of pictures", at: literal.span,
                label: "expected \(Words.list(formats.map { ".\($0)" }, joining: "or"))"))
    }
}
