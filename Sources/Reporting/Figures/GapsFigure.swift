import Statistics

/// Every gap of a report beside what chance alone gives: its mean and the range of 95 in 100.
struct GapsFigure {
    /// The report.
    let report: Report

    private let pitch = 15.0

    /// One gap of one section.
    private struct Line {
        let name: String
        let number: ReportNumber
        let series: Int
    }

    /// Adds a panel for each gap that was asked for; nothing where there is none.
    func draw(on page: inout FigurePage) {
        let classifiers = report.classifiers
        let sections = report.sections.filter { !$0.rows.isEmpty }
        let gaps = sections.flatMap(\.comparisons).filter(Self.isGap).reduce(into: [ReportComparison]()) {
            kept, gap in
            if !kept.contains(where: { $0.request == gap.request }) { kept.append(gap) }
        }
        guard !gaps.isEmpty else { return }
        page.addLegend(classifiers)
        for gap in gaps {
            let lines = sections.flatMap { section in
                section.comparisons.filter { $0.request == gap.request }.map { comparison in
                    Line(
                        name: report.name(of: section), number: comparison.number,
                        series: classifiers.firstIndex(of: section.classifier) ?? 0)
                }
            }
            draw(lines, title: gap.title, on: &page)
        }
        page.y += 4
        page.addText(account(sections.flatMap(\.comparisons).map(\.number)), page.small, .grey)
    }

    /// What the marks are.
    private func account(_ numbers: [ReportNumber]) -> String {
        var parts: [String] = []
        if numbers.contains(where: { $0.expectedUnderNull != nil }) {
            parts.append("bar: what 95 % of equal groups stay below; stroke: their mean")
        }
        if numbers.contains(where: { $0.test != nil }) {
            parts.append(
                "p: permutation test" + (report.correction.map { ", corrected (\($0.words))" } ?? ""))
        }
        if numbers.contains(where: { $0.testReason == .weighted }) {
            parts.append("weighted rows: no chance level and no test")
        }
        return parts.joined(separator: "; ")
    }

    /// Whether a comparison is a gap with a value or a reason, not an extreme or a ratio.
    private static func isGap(_ comparison: ReportComparison) -> Bool {
        if case .gap(let gap) = comparison.request { gap.direction == .lowerIsBetter } else { false }
    }

    private func draw(_ lines: [Line], title: String, on page: inout FigurePage) {
        page.y += 6
        page.addText(title, page.heading)
        let top = page.y + 4
        let bottom = top + Double(lines.count) * pitch
        let right = page.width(of: "p < 0.0001", page.label) + 6
        let names = page.fittedNames(lines.map(\.name), limit: page.innerWidth * 0.35)
        let left = page.margin + page.width(ofWidest: names, page.label) + 8
        let plot = Rectangle(
            x: left, y: top, width: page.drawing.width - page.margin - right - left, height: bottom - top)
        let ends = lines.flatMap { [$0.number.value.value, $0.number.nullQuantile95] }.compactMap(\.self)
        let axis = Axis(
            0, max(ends.max() ?? 0.1, 0.01), count: 4, from: plot.x + 4, to: plot.x + plot.width - 4)
        for tick in axis.ticks {
            page.drawing.line(.init(axis.place(tick), top), .init(axis.place(tick), bottom), .pale)
            page.drawing.text(
                axis.text(tick), .init(axis.place(tick), bottom + page.label.size * 1.2), page.label, .ink,
                .middle)
        }
        for (index, line) in lines.enumerated() {
            draw(line, name: names[index], y: top + (Double(index) + 0.5) * pitch, axis, plot, on: &page)
        }
        page.drawing.text(
            "gap", .init((plot.x + plot.width + plot.x) / 2, bottom + page.label.size * 2.4), page.label,
            .ink,
            .middle)
        page.y = bottom + page.label.size * 2.7
    }

    private func draw(
        _ line: Line, name: String, y: Double, _ axis: Axis, _ plot: Rectangle, on page: inout FigurePage
    ) {
        let baseline = y + page.label.size * 0.35
        page.drawing.text(name, .init(plot.x - 5, baseline), page.label, .ink, .end)
        let number = line.number
        if let quantile = number.nullQuantile95 {
            let end = axis.place(quantile)
            page.drawing.box(
                Rectangle(x: axis.place(0), y: y - 4, width: end - axis.place(0), height: 8), .faint,
                opacity: 0.55)
        }
        if let expected = number.expectedUnderNull {
            page.drawing.line(
                .init(axis.place(expected), y - 5.5), .init(axis.place(expected), y + 5.5), .grey, width: 1.4)
        }
        guard let value = number.value.value else {
            page.drawing.text("n/a", .init(axis.place(0) + 2, baseline), page.label, .grey)
            return
        }
        page.drawing.marks.append(
            .symbol(.series(line.series), .init(axis.place(value), y), radius: 3.6, .series(line.series)))
        guard let p = number.test?.adjustedP ?? number.test?.p else { return }
        let words = p < 0.0001 ? "p < 0.0001" : "p \(Decimals.pValue(p))"
        page.drawing.text(
            words, .init(page.drawing.width - page.margin, baseline), page.label, .ink, .end)
    }
}

extension FigurePage {
    /// Names that are cut off at a width.
    func fittedNames(_ names: [String], limit: Double) -> [String] {
        names.map { fitted($0, label, limit) }
    }
}
