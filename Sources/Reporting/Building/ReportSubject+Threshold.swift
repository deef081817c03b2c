import Statistics

extension ReportSubject {
    /// The subject with its rows called positive from another score on; itself where `threshold` is nil.
    func judged(at threshold: Double?) throws(StatisticsError) -> ReportSubject {
        guard let threshold, threshold != records.threshold else { return self }
        guard let scores = records.scores else {
            throw .thresholdWithoutScores(classifier: classifier, threshold: threshold)
        }
        var subject = self
        subject.records = try RecordTable(
            labels: records.labels.map { $0 < 0 ? nil : $0 == 1 }, scores: scores.map { $0.isNaN ? nil : $0 },
            threshold: threshold, weights: records.weights, attributes: records.attributes)
        return subject
    }
}
