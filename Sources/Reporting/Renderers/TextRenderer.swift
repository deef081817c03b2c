import Statistics

/// Writes a report as aligned text for a terminal or a log.
package struct TextRenderer: Sendable {
    private let width: Int
    private let style: TextStyle

    /// A renderer.
    ///
    /// - Parameters:
    ///   - width: columns of the page; tables break into blocks and prose wraps there.
    ///   - isColoured: whether warnings and headings carry terminal colours.
    package init(width: Int = 100, isColoured: Bool = false) {
        self.width = max(40, width)
        style = TextStyle(isColoured: isColoured)
    }

    /// The report as text, ended by a line feed.
    package func text(_ report: Report) -> String {
        var lines = banner(report.provenance)
        if report.isSummary {
            lines += [""] + summary(report)
        } else {
            for section in report.sections { lines += [""] + self.section(section, report) }
        }
        lines += [""] + report.notes.flatMap(note)
        return lines.joined(separator: "\n") + "\n"
    }

    private func banner(_ provenance: ReportProvenance) -> [String] {
        let told = ProvenanceLines(provenance: provenance)
        let wrap = TextWrap(width: width)
        return (told.warning.map { [style.warning($0)] } ?? [])
            + told.facts.flatMap { wrap.lines($0) }.map(style.faint)
    }

    private func note(_ note: ReportNote) -> [String] {
        let isCode = note.code == .coincide || note.code == .smallGroups
        let lines = TextWrap(width: width)
            .lines((isCode ? "\(note.code.rawValue): " : "") + note.text, indent: 2)
        return note.code == .uniformlyPoor ? lines.map(style.warning) : lines
    }

    // MARK: One table for each classifier and grouping

    private func section(_ section: ReportSection, _ report: Report) -> [String] {
        let heading = "\(section.classifier) on \(section.cohort)"
        let by = section.grouping.attributes.isEmpty ? "" : " by \(section.grouping.name)"
        let table = SectionTable(section: section, level: report.level).table
        return [style.heading(heading + by)] + blocks(table) + section.comparisons.flatMap(comparison)
            + section.notes.flatMap(note)
    }

    /// The blocks of a table, an empty line between them.
    private func blocks(_ table: TextTable) -> [String] {
        table.blocks(width: width).enumerated().flatMap { index, block in
            (index > 0 ? [""] : []) + [style.heading(block[0])] + block.dropFirst()
        }
    }

    /// The gap, its groups, then what chance gives: never the gap alone.
    private func comparison(_ comparison: ReportComparison) -> [String] {
        let wrap = TextWrap(width: width)
        let number = comparison.number
        guard let value = number.value.value else {
            let reason = number.value.reason?.message ?? ""
            return wrap.lines("\(comparison.title) n/a (\(reason))", indent: 2)
        }
        var line = "\(comparison.title) \(Decimals.text(value))"
        if !comparison.highest.isEmpty {
            let highest = GroupNames(keys: comparison.highest).listed(atMost: 4)
            line += ": highest \(highest), lowest \(GroupNames(keys: comparison.lowest).listed(atMost: 4))"
        }
        let chance = ComparisonWords(number: number).chance
        return wrap.lines(line, indent: 2) + (chance.map { wrap.lines($0, indent: 4) } ?? [])
    }

    // MARK: The paper's Table 2: one row for each classifier

    private func summary(_ report: Report) -> [String] {
        let summary = SummaryTable(report: report)
        let remarks = SummaryNotes(report: report).notes
        return TextWrap(width: width).lines(summary.heading).map(style.heading) + blocks(summary.table) + [""]
            + blocks(summary.gaps) + (remarks.isEmpty ? [] : [""]) + remarks.flatMap(note)
    }
}
