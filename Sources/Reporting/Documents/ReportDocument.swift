import Statistics

/// What a report says, in the order of a page: text, Markdown, LaTeX and HTML lay out this one value.
struct ReportDocument {
    /// The warning that stands before everything else, where a phantom took part.
    let warning: String?
    /// Where the numbers come from, a line each.
    let facts: [String]
    /// The parts, from the top.
    let parts: [Part]

    /// A heading with what stands under it.
    struct Part {
        /// The heading; nil for remarks on the whole report.
        var heading: String?
        /// What stands under it.
        var blocks: [Block]
    }

    /// A piece of a part.
    enum Block {
        /// A table, with a line above it where it needs one.
        case table(TextTable, caption: String?)
        /// A result in words; the detail never stands without it.
        case finding(String, detail: String?)
        /// A remark.
        case note(ReportNote.Code, String)
        /// A condition with its verdict, and its parts with their values.
        case gate(GateRecord)
    }

    /// The page of a report.
    init(_ report: Report, gates: [GateRecord]) {
        let told = ProvenanceLines(provenance: report.provenance)
        warning = told.warning
        facts = told.facts
        var parts: [Part] = []
        if report.isSummary {
            parts.append(Self.summary(report))
        } else {
            parts += report.sections.map { SectionDocument(section: $0, report: report).part }
        }
        if !report.differences.isEmpty { parts.append(DifferenceTable(report: report).part) }
        if !gates.isEmpty {
            parts.append(Part(heading: Self.heading(gates), blocks: gates.map { .gate($0) }))
        }
        parts.append(Part(heading: nil, blocks: report.notes.map { .note($0.code, $0.text) }))
        self.parts = parts
    }

    /// The paper's Table 2: one row for each classifier, then what chance gives for each gap.
    private static func summary(_ report: Report) -> Part {
        let table = SummaryTable(report: report)
        let remarks = SummaryNotes(report: report).notes
        return Part(
            heading: table.heading,
            blocks: [.table(table.table, caption: nil), .table(table.gaps, caption: nil)]
                + remarks.map { .note($0.code, $0.text) })
    }

    /// `gates: 2 passed, 1 failed`, counting both kinds.
    private static func heading(_ gates: [GateRecord]) -> String {
        let counts = GateRecord.Verdict.allCases.compactMap { verdict -> String? in
            let count = gates.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count) \(verdict.words)"
        }
        return "gates: " + counts.joined(separator: ", ")
    }
}

extension GateRecord.Verdict {
    /// The verdict of a gate as people say it: `passed`.
    var words: String {
        switch self {
        case .pass: "passed"
        case .fail: "failed"
        case .inconclusive, .undefined: rawValue
        }
    }
}
