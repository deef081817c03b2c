import Statistics

/// How many positive and negative cases each group has; declared groups without any are marked.
struct SizesFigure {
    /// The report.
    let report: Report

    private let pitch = 13.0
    private let names = ["positive", "negative"]

    /// Adds a panel for each grouping and cohort; nothing where no groups are reported.
    func draw(on page: inout FigurePage) {
        let panels = report.panels { _ in true }
        guard !panels.isEmpty else { return }
        let hasBoth = panels.contains { $0[0].rows.contains { $0.counts.negatives > 0 } }
        if hasBoth { page.addLegend(names) }
        for panel in panels { draw(panel[0], on: &page) }
        page.y += 4
        page.addText(
            "cases with an outcome" + (hasBoth ? "" : ", all positive") + "; hatched: no case at all",
            page.small, .grey)
    }

    private func draw(_ section: ReportSection, on page: inout FigurePage) {
        page.y += 6
        page.addText(report.name(of: section), page.heading)
        let top = page.y + 4
        let bottom = top + Double(section.rows.count) * pitch
        let labels = page.fittedNames(section.rows.map(\.label), limit: page.innerWidth * 0.4)
        let counts = section.rows.map { Decimals.thousands($0.counts.total) }
        let left = page.margin + page.width(ofWidest: labels, page.label) + 6
        let right = page.drawing.width - page.margin - page.width(ofWidest: counts, page.label) - 6
        let largest = section.rows.map(\.counts.total).max() ?? 1
        let axis = Axis(0, Double(max(largest, 1)), count: 4, from: left, to: right)
        let ticks = axis.ticks.filter { $0 == $0.rounded() }
        for tick in ticks {
            page.drawing.line(.init(axis.place(tick), top), .init(axis.place(tick), bottom), .pale)
            page.drawing.text(
                Decimals.thousands(Int(tick)), .init(axis.place(tick), bottom + page.label.size * 1.2),
                page.label, .ink,
                .middle)
        }
        for (index, row) in section.rows.enumerated() {
            let y = top + (Double(index) + 0.5) * pitch
            page.drawing.text(
                labels[index], .init(left - 4, y + page.label.size * 0.35), page.label, .ink, .end)
            draw(row.counts, y: y, axis, on: &page)
        }
        page.drawing.text(
            "cases", .init((left + right) / 2, bottom + page.label.size * 2.3), page.label, .ink, .middle)
        page.y = bottom + page.label.size * 2.6
    }

    private func draw(_ counts: Confusion, y: Double, _ axis: Axis, on page: inout FigurePage) {
        let middle = axis.place(Double(counts.positives))
        let end = axis.place(Double(counts.total))
        if counts.total == 0 {
            page.drawing.marks.append(
                .hatch(Rectangle(x: axis.start, y: y - 4, width: 16, height: 8), .warning))
            page.drawing.text("0", .init(axis.start + 20, y + page.label.size * 0.35), page.label, .warning)
            return
        }
        page.drawing.box(
            Rectangle(x: axis.start, y: y - 4, width: middle - axis.start, height: 8), .series(0),
            opacity: 0.85)
        page.drawing.box(
            Rectangle(x: middle, y: y - 4, width: end - middle, height: 8), .series(1), opacity: 0.85)
        page.drawing.text(
            Decimals.thousands(counts.total), .init(end + 3, y + page.label.size * 0.35), page.label)
    }
}
