import Diagnostics
import Syntax

extension Checker {
    /// Checks a comparison and makes it the last report.
    mutating func checkCompare(
        _ statement: CompareStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        let metrics = attempt { checker throws(CheckFailure) in try checker.metrics(statement.metrics) }
        let sides = attempt { checker throws(CheckFailure) in try checker.sides(statement.sides) }
        let groupings = sides.flatMap { sides in
            attempt { checker throws(CheckFailure) in try checker.groupings(statement.groups, of: sides) }
        }
        let options = attempt { checker throws(CheckFailure) in
            try checker.checkOptions(statement.options, checker.catalogue.compareOptions, of: "`compare`")
        }
        guard let metrics, let sides, let groupings, let options else { throw failSilently() }
        try refuseFlips(
            metrics, "compares the answers of one classifier already",
            "`report flip_rate of a.m` and of another classifier stand beside each other")
        try checkNeeds(metrics, isGrouped: !statement.groups.isEmpty, sides)
        try checkThreshold(options, sides)
        try checkWeighting(metrics, options, sides)
        let comparison = CompareDescription(
            name: nextResultName(), sides: sides.map(\.outcome), metrics: metrics, groupings: groupings,
            options: options, span: span)
        bindResult(.comparison(comparison), named: comparison.name, span)
        return .compare(comparison)
    }

    /// The outcomes that are compared, one a side.
    private mutating func sides(_ paths: [NamePath]) throws(CheckFailure) -> [Judged] {
        var sides: [Judged] = []
        var failed = false
        for path in paths {
            if let side = attempt({ checker throws(CheckFailure) in try checker.side(path, sides) }) {
                sides.append(side)
            } else {
                failed = true
            }
        }
        if failed { throw failSilently() }
        return sides
    }

    private mutating func side(_ path: NamePath, _ earlier: [Judged]) throws(CheckFailure) -> Judged {
        let judged = try outcomes(path)
        guard judged.count == 1, let one = judged.first else {
            throw fail(severalOutcomes(judged, path, path.span))
        }
        guard !earlier.contains(where: { $0.outcome == one.outcome }) else {
            throw fail(
                Diagnostic("E0309", "`\(path.text)` would be compared with itself", at: path.span))
        }
        return one
    }

    /// Binds the name of a report or comparison and makes it the last one.
    mutating func bindResult(_ binding: CheckEnvironment.Binding, named name: String, _ span: SourceSpan) {
        environment.entries[name] = CheckEnvironment.Entry(binding: binding, span: span)
        boundNames.append(name)
        environment.lastReport = name
        broken.remove("it.report")
    }

    /// Checks that option `threshold` says a number or a whole rule, and has probabilities and classes to go by.
    mutating func checkThreshold(_ options: ResolvedOptions, _ judged: [Judged]) throws(CheckFailure) {
        guard let threshold = options["threshold"], let span = threshold.span else { return }
        try checkRule(threshold, span)
        if let rule = threshold.values.first?.asText {
            try requireClasses(of: rule, in: judged.map(\.subject), span)
        }
        for dataset in judged.compactMap({ $0.lackingScores }) {
            throw fail(
                Diagnostic(
                    "E0505", "a threshold cuts probabilities, and `\(dataset.name)` has only classes",
                    at: span,
                    helps: ["name their columns: `score COLUMN` in `dataset \(dataset.name)`"]))
        }
    }

    /// Checks that `threshold recall` has its share, and nothing else one.
    mutating func checkRule(_ threshold: ResolvedOptions.Entry, _ span: SourceSpan) throws(CheckFailure) {
        let rule = threshold.values.first?.asText
        guard (threshold.values.count > 1) != (rule == "recall") else { return }
        throw fail(
            Diagnostic(
                "E0414",
                rule == "recall" ? "`threshold recall` takes a share" : "`threshold` takes one value here",
                at: span,
                helps: ["for example `threshold 0.5`, `threshold youden` or `threshold recall 90%`"]))
    }
}
