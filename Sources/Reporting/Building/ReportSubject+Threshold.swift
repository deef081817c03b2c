import Statistics

extension ReportSubject {
    /// The subject with its rows called positive from another score on; itself where `threshold` is nil.
    ///
    /// A rule chooses the score on all rows of this subject, whatever groups they are in.
    func judged(at threshold: DecisionThreshold?) throws(StatisticsError) -> ReportSubject {
        guard let threshold else { return self }
        guard let scores = records.scores else { throw .thresholdWithoutScores(classifier: classifier) }
        let score: Double
        switch threshold.value(for: try records.grouped(by: .overall).everybody) {
        case .value(let found): score = found
        case .undefined(let reason): throw .noThreshold(classifier: classifier, reason: reason)
        }
        guard score != records.threshold else { return self }
        var subject = self
        subject.records = try RecordTable(
            labels: records.labels.map { $0 < 0 ? nil : $0 == 1 }, numbers: scores, threshold: score,
            weights: records.weights,
            clusters: records.clusters, attributes: records.attributes)
        return subject
    }
}
