import Statistics

/// The remarks of all sections of a report, each kind told once with the sections it belongs to.
struct SummaryNotes {
    /// The report.
    let report: Report

    /// One remark of each kind, in the order of first appearance.
    var notes: [ReportNote] {
        var codes: [ReportNote.Code] = []
        for code in report.sections.flatMap(\.notes).map(\.code) where !codes.contains(code) {
            codes.append(code)
        }
        return codes.map { code in
            ReportNote(code: code, text: "\(lead(code)): \(places(of: code))")
        }
    }

    private func lead(_ code: ReportNote.Code) -> String {
        switch code {
        case .uniformlyPoor:
            "uniformly poor (no group is above what needs no skill, so a small gap is not fairness)"
        case .smallGroups: "too few cases to tell the gap from none"
        case .undefinedGroups: "groups without a value take no part"
        case .fewRows: "groups with few rows"
        case .excludedRows: "rows left out"
        default: "see"
        }
    }

    /// `MelaNet by sex, age; DeepGuide by fst`.
    private func places(of code: ReportNote.Code) -> String {
        var groupings: [(subject: SummaryTable.Subject, names: [String])] = []
        for section in report.sections where section.notes.contains(where: { $0.code == code }) {
            let subject = SummaryTable.Subject(classifier: section.classifier, cohort: section.cohort)
            if groupings.last?.subject == subject {
                groupings[groupings.count - 1].names.append(section.grouping.name)
            } else {
                groupings.append((subject, [section.grouping.name]))
            }
        }
        let table = SummaryTable(report: report)
        return groupings.map { "\(table.name($0.subject)) by \($0.names.joined(separator: ", "))" }
            .joined(separator: "; ")
    }
}
