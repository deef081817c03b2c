import Statistics

/// Makes a report from rows of outcomes.
package struct ReportBuilder: Sendable {
    private let provenance: ReportProvenance
    private let options: ReportOptions

    /// A builder for one `report` statement.
    package init(provenance: ReportProvenance, options: ReportOptions = ReportOptions()) {
        self.provenance = provenance
        self.options = options
    }

    /// The report of `metrics` for every classifier under every grouping.
    ///
    /// - Parameters:
    ///   - metrics: in the order of the statement; a gap brings the quantity it compares along as a column.
    ///   - groupings: one section each; a grouping without attributes reports everybody alone.
    package func report(
        _ metrics: [MetricRequest], by groupings: [Grouping], of subjects: [ReportSubject]
    ) throws(StatisticsError) -> Report {
        var sections: [ReportSection] = []
        for subject in subjects {
            for records in try subject.records.grouped(by: groupings) {
                let builder = SectionBuilder(
                    subject: subject, records: records, metrics: metrics, options: options,
                    seed: provenance.seed ?? 0)
                sections.append(builder.section())
            }
        }
        let notes = ReportNotes(metrics: metrics, level: options.level).ofReport(subjects, provenance)
        let crossing = CrossingNotes(metrics: metrics, groupings: groupings)
        let family = TestFamily(sections: sections, correction: options.correction)
        return Report(
            provenance: provenance, metrics: metrics, level: options.level, sections: family.corrected(),
            notes: notes + crossing.notes(subjects))
    }
}
