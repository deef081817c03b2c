import Statistics

/// Makes a report from rows of outcomes.
package struct ReportBuilder: Sendable {
    private let provenance: ReportProvenance
    private let options: ReportOptions

    /// A builder for one `report` or `compare` statement.
    package init(provenance: ReportProvenance, options: ReportOptions = ReportOptions()) {
        self.provenance = provenance
        self.options = options
    }

    /// The report of `metrics` for every classifier under every grouping.
    ///
    /// - Parameters:
    ///   - metrics: in the order of the statement; a gap brings the quantity it compares along as a column.
    ///   - groupings: one section each; a grouping without attributes reports everybody alone.
    ///   - subjects: where rows carry weights, estimates stand alone and say so.
    package func report(
        _ metrics: [MetricRequest], by groupings: [Grouping], of subjects: [ReportSubject]
    ) throws(StatisticsError) -> Report {
        let countsOnly = !metrics.contains { $0.needs.contains(.scores) }
        var judged: [ReportSubject] = []
        for subject in subjects {
            var subject = try subject.judged(at: options.threshold)
            if countsOnly { subject.records = subject.records.countedOnly }
            judged.append(subject)
        }
        var sections: [ReportSection] = []
        for subject in judged {
            for part in parts(of: subject, metrics) {
                sections += try self.sections(part.metrics, by: groupings, of: part.subject)
            }
        }
        let notes = ReportNotes(metrics: metrics, level: options.level)
        let few = try notes.fewClusters(judged, by: groupings, options)
        let crossing = CrossingNotes(metrics: metrics, groupings: groupings)
        return Report(
            provenance: provenance, metrics: metrics, level: options.level, correction: options.correction,
            sections: TestFamily(correction: options.correction).corrected(sections), differences: [],
            notes: notes.ofReport(judged, provenance, options) + few + crossing.notes(judged))
    }

    /// A classifier with the metrics of its outcomes, and with those of its flips where it has any: rows of their own, and so
    /// tables of their own.
    private func parts(
        of subject: ReportSubject, _ metrics: [MetricRequest]
    ) -> [(subject: ReportSubject, metrics: [MetricRequest])] {
        let ofFlips = metrics.filter { $0.quantities.contains(.flipRate) }
        var parts: [(subject: ReportSubject, metrics: [MetricRequest])] = []
        let others = metrics.filter { !ofFlips.contains($0) }
        if !others.isEmpty { parts.append((subject, others)) }
        if !ofFlips.isEmpty, let flips = subject.flips {
            var flipped = subject
            flipped.records = flips.countedOnly
            parts.append((flipped, ofFlips))
        }
        return parts
    }

    private func sections(
        _ metrics: [MetricRequest], by groupings: [Grouping], of subject: ReportSubject
    ) throws(StatisticsError) -> [ReportSection] {
        var sections: [ReportSection] = []
        for records in try subject.records.grouped(by: groupings) {
            let builder = try SectionBuilder(
                subject: subject, records: records, metrics: metrics, options: options,
                seed: provenance.seed ?? 0)
            sections.append(builder.section())
        }
        return sections
    }

    /// The comparison of `first` with each of `others`, one row for each number.
    ///
    /// Paired where the same images were judged: by ids where both sides have them, else where the cohorts are the
    /// same rows. A quantity is compared for everybody and for each group, a gap between the groups of a grouping.
    package func comparison(
        _ metrics: [MetricRequest], by groupings: [Grouping], of first: ReportSubject,
        against others: [ReportSubject]
    ) throws(StatisticsError) -> Report {
        let groupings = groupings.isEmpty ? [.overall] : groupings
        let one = try first.judged(at: options.threshold)
        var differences: [ReportDifference] = []
        var judged = [one]
        for other in others {
            let two = try other.judged(at: options.threshold)
            judged.append(two)
            let builder = DifferenceBuilder(
                first: one, second: two, options: options, seed: provenance.seed ?? 0)
            differences += try builder.differences(metrics, by: groupings)
        }
        let notes = ReportNotes(metrics: metrics, level: options.level)
        let few = try notes.fewClusters(judged, by: groupings, options)
        return Report(
            provenance: provenance, metrics: metrics, level: options.level, correction: options.correction,
            sections: [],
            differences: TestFamily(correction: options.correction).corrected(differences),
            notes: notes.ofReport(judged, provenance, options) + few)
    }
}
