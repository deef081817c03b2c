import Statistics

/// Marginal gaps may hide gaps of the crossing (Kearns et al. 2018), so the crossing is tested beside them.
struct CrossingNotes {
    /// The metrics of the statement.
    let metrics: [MetricRequest]
    /// Its groupings.
    let groupings: [Grouping]

    /// The test of equal accuracy in all cells, one remark for each classifier; none where no two attributes are
    /// reported apart, where the crossing itself is reported, or where it has too many cells.
    func notes(_ subjects: [ReportSubject]) -> [ReportNote] {
        let attributes = groupings.filter { $0.attributes.count == 1 }.flatMap(\.attributes)
        let isReported = groupings.contains { Set($0.attributes) == Set(attributes) }
        guard attributes.count > 1, !isReported, metrics.flatMap(\.quantities).contains(.accuracy) else {
            return []
        }
        return subjects.compactMap { note($0, Grouping(attributes)) }
    }

    private func note(_ subject: ReportSubject, _ crossing: Grouping) -> ReportNote? {
        guard subject.records.weights == nil,
            let records = try? subject.records.countedOnly.grouped(by: crossing)
        else {
            return nil
        }
        let cells = records.groups.map { Proportion($0.sample.counts.correct, of: $0.sample.counts.total) }
        // Of cells with one row each the statistic is their number, whatever the outcomes.
        guard cells.contains(where: { $0.trials > 1 }), let test = Homogeneity(cells) else { return nil }
        if subject.records.clusters != nil { return clustered(subject, records, test) }
        let rough = test.isRough ? " (rough: cells with fewer than 5 expected)" : ""
        return ReportNote(
            code: .crossing,
            text:
                "\(subject.classifier) by \(crossing.name): accuracy of \(test.degrees + 1) cells, chi-squared "
                + "\(Decimals.text(test.statistic, places: 1)) on \(test.degrees) degrees of freedom, "
                + "p \(Decimals.pValue(test.p))\(rough)")
    }

    /// The same of rows that come in clusters, whose statistic has no known distribution.
    private func clustered(
        _ subject: ReportSubject, _ records: GroupedRecords, _ test: Homogeneity
    ) -> ReportNote? {
        let drawn = ClusteredAssociation(
            .accuracy, of: records.groups.map(\.sample), draws: 1_999, seed: 0
        ) { Homogeneity($0)?.statistic }
        guard let drawn else { return nil }
        return ReportNote(
            code: .crossing,
            text:
                "\(subject.classifier) by \(records.grouping.name): accuracy of \(test.degrees + 1) cells, "
                + "chi-squared \(Decimals.text(test.statistic, places: 1)), p \(Decimals.pValue(drawn.p)) "
                + "(\(Decimals.thousands(drawn.draws)) permutations of clusters)")
    }
}
