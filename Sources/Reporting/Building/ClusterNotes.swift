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

    /// The clusters of a group below which its intervals are only about what they promise (Cameron, Gelbach & Miller
    /// 2008; measured in docs/validity.md).
    static let fewestClusters = 30

    /// Says which groups are made of so few clusters that their intervals lean on an assumption; a remark a subject.
    func fewClusters(
        _ subjects: [ReportSubject], by groupings: [Grouping], _ options: ReportOptions
    ) throws(StatisticsError) -> [ReportNote] {
        var notes: [ReportNote] = []
        for subject in subjects where options.hasIntervals || options.hasTests {
            guard let clusters = subject.records.clusters, subject.records.weights == nil else { continue }
            var few: [(key: String, clusters: Int)] = []
            for records in try subject.records.grouped(by: groupings) {
                let parts = records.groups.map { (key: $0.key, sample: $0.sample) }
                let alone = records.grouping.attributes.isEmpty
                for part in alone ? [(key: "all", sample: records.everybody)] : parts {
                    let count = part.sample.clusterCount ?? 0
                    if count > 0, count < Self.fewestClusters { few.append((part.key, count)) }
                }
            }
            guard let least = few.map(\.clusters).min() else { continue }
            let note = Self.fewClusters(of: subject, clusters.name, few.map(\.key), least: least)
            if !notes.contains(note) { notes.append(note) }
        }
        return notes
    }

    private static func fewClusters(
        of subject: ReportSubject, _ name: String, _ groups: [String], least: Int
    ) -> ReportNote {
        ReportNote(
            code: .fewClusters,
            text:
                "\(subject.cohort): fewer than \(fewestClusters) values of `\(name)`, the least \(least), in "
                + "\(GroupNames(keys: groups).listed(atMost: 12)): how much they differ is little known, so "
                + "intervals are widened by Student's t and hold only about their level; more images of the same "
                + "do not help")
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
