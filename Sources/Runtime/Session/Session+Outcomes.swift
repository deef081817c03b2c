import Hashing
import Provenance
import Reporting
import Semantics
import Statistics

extension Session {
    /// Predictions beside truths of one source of outcomes, with the facts that reports state about it.
    struct Outcome {
        var rows: OutcomeRows
        let classifier: String
        let cohort: String
        let modelHash: String?
        let cohortHash: String
        let generator: ModelFacts?
        let model: ModelFacts?
        let seed: UInt64?
        /// What a report says about its rows, or about the classifier.
        var remarks: [ReportNote] = []
        /// Where its threshold was chosen, where a rule chose it on other data.
        var calibration: ReportCalibration?
    }

    /// The outcomes that a report or a gate is about; scores that are missing are made.
    func outcome(_ source: OutcomeSource) async throws(RunError) -> Outcome {
        switch source {
        case .audit(let name, let classifier, let cohort):
            guard let audit = audits[name],
                let model = audit.classifiers.first(where: { $0.name == classifier }),
                let subject = audit.subjects.first(where: { $0.name == cohort })
            else { throw .unknownName("\(name).\(classifier)") }
            return try await outcome(of: model, on: subject, in: audit)
        case .dataset(let name, let classifier):
            guard let dataset = datasets[name],
                let place = dataset.predictions.firstIndex(where: { $0.classifier == classifier })
            else { throw .unknownName(classifier.map { "\(name).\($0)" } ?? name) }
            let table = try await table(of: dataset)
            let remarks = table.rows.repeats.map { [Self.remark($0, in: dataset)] } ?? []
            warn(of: remarks)
            return Outcome(
                rows: table.rows.outcomes(of: place), classifier: classifier ?? "predictions", cohort: name,
                modelHash: nil, cohortHash: table.hash.description, generator: nil, model: nil, seed: nil,
                remarks: remarks)
        }
    }

    /// What is to be said of rows that repeat an identifier.
    private static func remark(_ repeats: RepeatedKeys.Finding, in dataset: DatasetDescription) -> ReportNote
    {
        let rows = repeats.count == 1 ? "1 row repeats" : "\(Words.grouped(repeats.count)) rows repeat"
        return ReportNote(
            code: .repeatedRows,
            text:
                "\(rows) the identifier of an earlier row of \(dataset.tables[0].path), and each counts: the first "
                + "is `\(repeats.id)` in line \(repeats.line), as in line \(repeats.earlier)")
    }

    private func outcome(
        of classifier: ClassifierDescription, on subject: Subject, in audit: AuditDescription
    ) async throws(RunError) -> Outcome {
        switch subject {
        case .cohort(let cohort): try await outcome(of: classifier, on: cohort, in: audit)
        case .dataset(let dataset): try await outcome(of: classifier, on: dataset, in: audit)
        }
    }

    /// The outcomes of a classifier on photographs; rows without one that can be judged are left out.
    private func outcome(
        of classifier: ClassifierDescription, on dataset: DatasetDescription, in audit: AuditDescription
    ) async throws(RunError) -> Outcome {
        let judge = try judge(of: classifier)
        let calibration = try await calibration(of: classifier, judge, in: audit)
        var (rows, judgement) = try await judged(
            dataset, by: classifier, judge, in: audit,
            threshold: calibration?.threshold ?? threshold(of: classifier, judge, in: audit))
        let findings = preflight(
            classifier, judge, judgement.judgements[judge.identity] ?? [], labels: rows.labels)
        let told = try counterfactual(of: classifier, in: audit, rows) { judgement.judgements[$0] }
        rows.flips = told?.flips
        return Outcome(
            rows: rows, classifier: classifier.name, cohort: dataset.name, modelHash: judge.identity,
            cohortHash: judgement.digest.description, generator: nil, model: judge.facts, seed: nil,
            remarks: judgement.remarks + findings + [told?.note(of: classifier.name)].compactMap { $0 },
            calibration: calibration)
    }

    /// The photographs of a data set as a classifier calls them from a threshold on.
    private func judged(
        _ dataset: DatasetDescription, by classifier: ClassifierDescription, _ judge: any ImageJudge,
        in audit: AuditDescription, threshold: Double?
    ) async throws(RunError) -> (rows: OutcomeRows, judgement: PhotographJudgement) {
        let judgement = try await self.judge(dataset, by: audit.classifiers)
        let rows = judgement.rows
        let judgements = judgement.judgements[judge.identity] ?? []
        return (
            OutcomeRows(
                labels: rows.labels, scores: judgements.map(\.score),
                decisions: judgements.map { $0.isPositive(from: threshold) }, weights: rows.weights,
                clusters: rows.clusters, likelyClusters: rows.likelyClusters, threshold: threshold,
                attributes: rows.attributes, keys: rows.keys), judgement
        )
    }

    private func outcome(
        of classifier: ClassifierDescription, on cohort: CohortDescription, in audit: AuditDescription
    ) async throws(RunError) -> Outcome {
        let judge = try judge(of: classifier)
        let calibration = try await calibration(of: classifier, judge, in: audit)
        var (rows, judgements, hash) = try await judged(
            cohort, judge, in: audit,
            threshold: calibration?.threshold ?? threshold(of: classifier, judge, in: audit))
        let told = try counterfactual(of: classifier, in: audit, rows) {
            scores[ScoreKey(images: hash, classifier: $0)]
        }
        rows.flips = told?.flips
        return Outcome(
            rows: rows,
            classifier: classifier.name, cohort: cohort.name, modelHash: judge.identity,
            cohortHash: hash.description, generator: try facts(of: cohort),
            model: judge.facts, seed: cohort.seed,
            remarks: preflight(classifier, judge, judgements, labels: rows.labels)
                + [told?.note(of: classifier.name)].compactMap { $0 }, calibration: calibration)
    }

    /// The images of a cohort as a classifier calls them from a threshold on, its judgements, and the images' digest.
    private func judged(
        _ cohort: CohortDescription, _ judge: any ImageJudge, in audit: AuditDescription, threshold: Double?
    ) async throws(RunError) -> (rows: OutcomeRows, judgements: [Judgement], images: SHA256) {
        try await score(cohort, by: audit.classifiers)
        let requests = CohortImage.all(of: cohort)
        let hash = try images(of: cohort).hash(of: requests)
        let judgements = scores[ScoreKey(images: hash, classifier: judge.identity)] ?? []
        let rows = OutcomeRows(
            cohort: cohort, requests: requests, judgements: judgements, threshold: threshold)
        return (rows, judgements, hash)
    }

    /// The score from which an image is positive; nil where the most probable class decides.
    private func threshold(
        of classifier: ClassifierDescription, _ judge: any ImageJudge, in audit: AuditDescription
    ) -> Double? {
        audit.options.number("threshold") ?? classifier.options.number("threshold") ?? judge.threshold
    }

    /// What seems wrong with a classifier's scores, told once on the console as well.
    private func preflight(
        _ classifier: ClassifierDescription, _ judge: any ImageJudge, _ judgements: [Judgement],
        labels: [Bool?]
    ) -> [ReportNote] {
        let findings = Preflight(
            classifier: classifier.name, judgements: judgements, labels: labels,
            expectations: judge.expectations
        ).findings
        warn(of: findings)
        return findings
    }

    /// The threshold that an audit's rule chooses for a classifier on other data; nil without such a rule.
    private func calibration(
        of classifier: ClassifierDescription, _ judge: any ImageJudge, in audit: AuditDescription
    ) async throws(RunError) -> ReportCalibration? {
        guard let subject = audit.calibration, let rule = Self.threshold(audit.options) else { return nil }
        let rows: OutcomeRows
        switch subject {
        case .dataset(let dataset) where dataset.images != nil:
            rows = try await judged(dataset, by: classifier, judge, in: audit, threshold: 0.5).rows
        case .dataset(let dataset):
            let place = dataset.predictions.firstIndex { $0.classifier == classifier.name } ?? 0
            rows = try await table(of: dataset).rows.outcomes(of: place)
        case .cohort(let cohort):
            rows = try await judged(cohort, judge, in: audit, threshold: 0.5).rows
        }
        let table = try rows.table(for: []).table
        let sample: Sample
        do {
            sample = try table.grouped(by: .overall).everybody
        } catch {
            throw .statistics(error)
        }
        switch rule.value(for: sample) {
        case .value(let threshold):
            return ReportCalibration(
                rule: rule, threshold: threshold, name: subject.name, cases: sample.counts.total)
        case .undefined(let reason):
            throw .statistics(.noThreshold(classifier: classifier.name, reason: reason))
        }
    }
}
