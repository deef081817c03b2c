import Diagnostics
import Syntax

extension Checker {
    /// Which truths the rows of a subject can have.
    private struct Truths {
        /// Whether some may be positive.
        let positives: Bool
        /// Whether some may be negative.
        let negatives: Bool
        /// Whether every row has one.
        let areStated: Bool
    }

    /// Checks that the outcomes hold what the metrics are computed from.
    mutating func checkNeeds(
        _ metrics: [MetricReference], isGrouped: Bool, _ judged: [Judged]
    ) throws(CheckFailure) {
        var failed = false
        for metric in metrics {
            let done: Void? = attempt { checker throws(CheckFailure) in
                try checker.checkNeeds(metric, isGrouped: isGrouped, judged)
            }
            if done == nil { failed = true }
        }
        if failed { throw failSilently() }
        noteEqualGaps(metrics, judged)
    }

    /// Checks one metric against all outcomes; the first that lacks something is reported.
    mutating func checkNeeds(
        _ reference: MetricReference, isGrouped: Bool, _ judged: [Judged]
    ) throws(CheckFailure) {
        guard let metric = catalogue.metric(reference.metric) else { return }
        if !isGrouped, metric.comparesGroups || reference.aggregate != .none {
            throw fail(
                Diagnostic(
                    "E0504", "`\(source.text(of: reference.span))` compares groups, and none are named",
                    at: reference.span, label: "compares what?", helps: ["add for example `by sex`"]))
        }
        if metric.needs.contains(.counterfactual) { try requireVaried(reference, judged) }
        for one in judged {
            let truths = truths(of: one.subject)
            if metric.needs.contains(.labels), !truths.areStated {
                throw fail(unlabelled(metric, reference, one))
            }
            if metric.needs.contains(.negatives), !truths.negatives {
                throw fail(lacks("benign", metric, reference, one))
            }
            if metric.needs.contains(.positives), !truths.positives {
                throw fail(lacks("melanoma", metric, reference, one))
            }
            if metric.needs.contains(.probabilities), let dataset = one.lackingScores {
                throw fail(withoutScores(metric, reference, dataset))
            }
        }
    }

    /// Checks that a rule which chooses a threshold finds the classes that it looks at.
    mutating func requireClasses(
        of rule: String, in subjects: [Subject], _ span: SourceSpan
    ) throws(CheckFailure) {
        for subject in subjects {
            let truths = truths(of: subject)
            let missing =
                !truths.areStated
                ? "diagnoses"
                : !truths.positives
                    ? "melanomas" : rule == "youden" && !truths.negatives ? "benign images" : nil
            guard let missing else { continue }
            throw fail(
                Diagnostic(
                    "E0503", "`threshold \(rule)` needs \(missing), and `\(subject.name)` has none", at: span,
                    label: rule == "youden" ? "weighs recall against false alarms" : "looks at melanomas",
                    helps: ["write `diagnosis in [benign, melanoma]`, or a number: `threshold 0.5`"]))
        }
    }

    private func truths(of subject: Subject) -> Truths {
        guard case .cohort(let cohort) = subject else {
            return Truths(positives: true, negatives: true, areStated: true)
        }
        let levels = cohort.axis("diagnosis")?.levels ?? []
        return Truths(
            positives: levels.contains(.name("melanoma")), negatives: levels.contains(.name("benign")),
            areStated: !levels.isEmpty && !levels.contains(.unknown))
    }

    private func unlabelled(
        _ metric: MetricDefinition, _ reference: MetricReference, _ judged: Judged
    ) -> Diagnostic {
        Diagnostic(
            "E0508", "\(Self.spoken(metric)) needs to know each lesion's diagnosis", at: reference.span,
            label: "cohort `\(judged.subject.name)` leaves it `unknown`",
            helps: ["write `diagnosis melanoma` or `diagnosis in [benign, melanoma]`"])
    }

    private func withoutScores(
        _ metric: MetricDefinition, _ reference: MetricReference, _ dataset: DatasetDescription
    ) -> Diagnostic {
        Diagnostic(
            "E0505", "\(Self.spoken(metric)) needs probabilities, and `\(dataset.name)` has only classes",
            at: reference.span, helps: ["name their columns: `score COLUMN` in `dataset \(dataset.name)`"])
    }

    /// The finding that a class of images is missing which a metric needs.
    private func lacks(
        _ missing: String, _ metric: MetricDefinition, _ reference: MetricReference, _ judged: Judged
    ) -> Diagnostic {
        let present = missing == "benign" ? "melanoma" : "benign images"
        let noun = missing == "benign" ? "benign images" : "melanomas"
        let both = metric.needs.isSuperset(of: [.positives, .negatives])
        let rate =
            missing == "benign" ? "no negatives, so no false-positive rate" : "no positives, so no recall"
        var notes: [String] = []
        var helps = ["write `diagnosis in [benign, melanoma]` (2 x the images)"]
        var label = rate
        if case .combined = metric.kind {
            label = "compares recall and false-positive rate; \(rate)"
            if missing == "benign" {
                notes = [Self.equalGaps]
                helps = ["use `equal_opportunity`, or \(helps[0])"]
            }
        }
        return Diagnostic(
            "E0503",
            "\(Self.spoken(metric)) needs \(noun)\(both ? " as well" : ""), and this cohort has only \(present)",
            at: reference.span, label: label, notes: notes, helps: helps)
    }

    private static let equalGaps =
        "on an all-melanoma cohort `dp`, `demographic_parity` and `equal_opportunity` are the same number"

    /// The name of a metric in a sentence.
    private static func spoken(_ metric: MetricDefinition) -> String {
        metric.name == "equalized_odds" ? "equalized odds" : "`\(metric.name)`"
    }

    /// Notes that several of the metrics asked for are one number.
    private mutating func noteEqualGaps(_ metrics: [MetricReference], _ judged: [Judged]) {
        let same = metrics.filter { ["dp", "demographic_parity", "equal_opportunity"].contains($0.metric) }
        guard Set(same.map(\.metric)).count > 1, let second = same.dropFirst().first else { return }
        let isMelanomaOnly = judged.allSatisfy {
            guard case .cohort = $0.subject else { return false }
            return !truths(of: $0.subject).negatives
        }
        guard isMelanomaOnly else { return }
        report(
            Diagnostic(
                "N0501", "\(Words.list(same.map(\.metric))) are the same number here", at: second.span,
                notes: [Self.equalGaps]))
    }
}
