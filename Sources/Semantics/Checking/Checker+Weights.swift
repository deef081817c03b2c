import Diagnostics
import Syntax

extension Checker {
    /// Refuses what weighted rows cannot give: intervals, tests, and metrics without a weighted form.
    ///
    /// Only what the script writes is refused; the defaults of `ci` and `test` give way to the weights.
    mutating func checkWeighting(
        _ metrics: [MetricReference], _ options: ResolvedOptions, _ judged: [Judged]
    ) throws(CheckFailure) {
        guard let dataset = weighted(judged) else { return }
        for metric in metrics { try checkWeightedForm(metric, of: dataset) }
        for name in ["ci", "test", "correct", "to", "adjusting", "prior", "resample"] {
            guard let span = options[name]?.span, options.text(name) != "none" else { continue }
            throw fail(unweighted("`\(name)`", dataset, at: span))
        }
    }

    /// The first of some outcomes whose rows are weighted.
    func weighted(_ judged: [Judged]) -> DatasetDescription? {
        for case .dataset(let dataset) in judged.map(\.subject) where dataset.weight != nil {
            return dataset
        }
        return nil
    }

    /// The data set behind outcomes, if its rows are weighted.
    func weighted(_ outcome: OutcomeSource) -> DatasetDescription? {
        var dataset: DatasetDescription?
        switch outcome {
        case .dataset(let name, _):
            if case .dataset(let found)? = environment.made[name]?.binding { dataset = found }
        case .audit(let name, _, let subject):
            guard case .audit(let audit)? = environment.made[name]?.binding else { return nil }
            dataset = audit.subjects.first { $0.name == subject }?.dataset
        }
        return dataset?.weight == nil ? nil : dataset
    }

    /// Checks that a metric can be computed from weights.
    mutating func checkWeightedForm(
        _ reference: MetricReference, of dataset: DatasetDescription
    ) throws(CheckFailure) {
        guard let metric = catalogue.metric(reference.metric), !metric.hasWeightedForm else { return }
        throw fail(
            Diagnostic(
                "E0519",
                "`\(metric.name)` has no weighted form, and the rows of `\(dataset.name)` are weighted",
                at: reference.span,
                notes: ["weighted: \(Words.list(MetricDefinition.weightedQuantities)) and their gaps"],
                helps: ["leave out `weight` in `dataset \(dataset.name)`"]))
    }

    /// The finding that something would need rows that all count alike.
    func unweighted(_ what: String, _ dataset: DatasetDescription, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0518", "\(what) is for rows that count alike, and those of `\(dataset.name)` are weighted",
            at: span, label: "weighted estimates have neither intervals nor tests",
            helps: ["leave it out, or leave out `weight` in `dataset \(dataset.name)`"])
    }
}
