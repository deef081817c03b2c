import Statistics

extension ReportNotes {
    /// Which rows were taken together as one unit, or might have been; nil where nothing speaks for it.
    static func clusters(_ subject: ReportSubject) -> ReportNote? {
        let rows = subject.records.count
        guard let clusters = subject.records.clusters else { return subject.likelyClusters.flatMap(unstated) }
        let alone =
            clusters.missing == 0
            ? "" : " (\(Decimals.thousands(clusters.missing)) without a value, each its own)"
        return ReportNote(
            code: .unit,
            text:
                "the unit of \(subject.cohort) is \(clusters.name), not the image: intervals and tests take the "
                + "\(Decimals.thousands(rows)) rows as \(Decimals.thousands(clusters.count)) clusters\(alone); "
                + "there is no exact test, so what chance alone gives is drawn too")
    }

    /// Says that rows repeat in a column that nobody spoke of.
    private static func unstated(_ clusters: ClusterColumn) -> ReportNote? {
        let named = clusters.rowCount - clusters.missing
        let distinct = clusters.count - clusters.missing
        guard distinct < named else { return nil }
        return ReportNote(
            code: .unstatedClusters,
            text:
                "\(Decimals.thousands(named)) rows share \(Decimals.thousands(distinct)) values of "
                + "`\(clusters.name)`, and each row counted as independent: intervals are too short and tests "
                + "call too many gaps real; add `cluster \(clusters.name)` to the data set")
    }
}
