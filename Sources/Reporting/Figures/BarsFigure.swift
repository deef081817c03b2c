import Statistics

/// Each group's value with its interval over the band that chance alone would spread equal groups over: Figure 3 of
/// Watanabe & Frolov et al. 2025 with its uncertainty.
struct BarsFigure {
    /// The report.
    let report: Report
    /// The quantity on the axis.
    let metric: GroupMetric

    private let plotHeight = 84.0

    /// The figure of a report's quantity.
    init(report: Report, metric: GroupMetric) {
        self.report = report
        self.metric = metric
    }

    /// Adds the panels; nothing where no section has the quantity.
    func draw(on page: inout FigurePage) {
        let panels = report.panels { $0.columns.contains(metric) }
        guard !panels.isEmpty else { return }
        let classifiers = report.classifiers
        page.addLegend(classifiers)
        let sections = panels.flatMap(\.self)
        for panel in panels { draw(panel, classifiers, range(sections), on: &page) }
        page.y += 4
        page.addText(account(sections), page.small, .grey)
    }

    /// What the marks are.
    private func account(_ sections: [ReportSection]) -> String {
        var parts: [String] = []
        let numbers = sections.flatMap { $0.numbers(of: metric) }
        if let interval = numbers.lazy.compactMap(\.interval).first {
            parts.append(
                "lines: \(Intervals.percent(interval.level)) intervals (\(Intervals.methods(numbers)))")
        }
        if numbers.contains(where: { $0.intervalReason == .weighted }) {
            parts.append("weighted rows: neither intervals nor a chance level")
        }
        if sections.contains(where: { $0.spread(of: metric) != nil }) {
            parts.append("shaded: how far apart 95 % of equal groups would lie by chance")
        }
        return parts.joined(separator: "; ")
    }

    private func range(_ sections: [ReportSection]) -> ClosedRange<Double> {
        let numbers = sections.flatMap { $0.numbers(of: metric) }
        let ends = numbers.flatMap { [$0.value.value, $0.interval?.low, $0.interval?.high] }.compactMap(
            \.self)
        return min(0, ends.min() ?? 0)...max(ends.max() ?? 1, 0.05)
    }

    /// One panel, in as many rows as its groups need.
    private func draw(
        _ sections: [ReportSection], _ classifiers: [String], _ range: ClosedRange<Double>,
        on page: inout FigurePage
    ) {
        let count = sections[0].rows.count
        let slotNeeded = Double(sections.count) * 5 + 4
        let perRow = max(1, Int((page.innerWidth - 40) / slotNeeded))
        let rows = (count + perRow - 1) / perRow
        let each = (count + rows - 1) / rows
        for row in 0..<rows {
            let groups = row * each..<min(count, (row + 1) * each)
            let name =
                rows > 1
                ? "\(report.name(of: sections[0])) (\(row + 1) of \(rows))" : report.name(of: sections[0])
            draw(groups, sections, classifiers, range, name: name, on: &page)
        }
    }

    private func draw(
        _ groups: Range<Int>, _ sections: [ReportSection], _ classifiers: [String],
        _ range: ClosedRange<Double>, name: String, on page: inout FigurePage
    ) {
        page.y += 6
        page.addText(name, page.heading)
        let top = page.y + 4
        let bottom = top + plotHeight
        let axis = Axis(range.lowerBound, range.upperBound, count: 4, from: bottom, to: top)
        let left = page.margin + page.label.size + 5 + page.width(ofWidest: axis.texts, page.label)
        let plot = Rectangle(
            x: left + 3, y: top, width: page.drawing.width - page.margin - left - 3, height: plotHeight)
        drawValueAxis(axis, plot, on: &page)
        for section in sections { drawBand(section, classifiers, axis, plot, on: &page) }
        let slot = plot.width / Double(groups.count)
        for (place, group) in groups.enumerated() {
            let area = Rectangle(x: plot.x + Double(place) * slot, y: top, width: slot, height: plotHeight)
            for (index, section) in sections.enumerated() {
                drawBar(section, group, (index, sections.count), classifiers, axis, area, on: &page)
            }
        }
        let zero = axis.place(0)
        page.drawing.line(.init(plot.x, zero), .init(plot.x + plot.width, zero), .grey)
        drawLabels(groups.map { sections[0].rows[$0].label }, slot: slot, plot, on: &page)
    }

    private func drawValueAxis(_ axis: Axis, _ plot: Rectangle, on page: inout FigurePage) {
        for tick in axis.ticks {
            let y = axis.place(tick)
            page.drawing.line(.init(plot.x, y), .init(plot.x + plot.width, y), .pale)
            page.drawing.text(
                axis.text(tick), .init(plot.x - 3, y + page.label.size * 0.35), page.label, .ink, .end)
        }
        let middle = Drawing.Point(page.margin + page.label.size * 0.9, plot.y + plot.height / 2)
        page.drawing.text(metric.words, middle, page.label, .ink, .middle, isTurned: true)
    }

    /// As high as 95 of 100 gaps between equal groups, around the value of everybody.
    private func drawBand(
        _ section: ReportSection, _ classifiers: [String], _ axis: Axis, _ plot: Rectangle,
        on page: inout FigurePage
    ) {
        guard let index = section.columns.firstIndex(of: metric),
            let middle = section.overall.numbers[index].value.value,
            let spread = section.spread(of: metric)
        else { return }
        let (upper, lower) = (axis.place(middle + spread / 2), axis.place(middle - spread / 2))
        let paint = Paint.series(classifiers.firstIndex(of: section.classifier) ?? 0)
        page.drawing.box(
            Rectangle(x: plot.x, y: upper, width: plot.width, height: lower - upper), paint, opacity: 0.18)
        page.drawing.line(
            .init(plot.x, axis.place(middle)), .init(plot.x + plot.width, axis.place(middle)), paint,
            isDashed: true)
    }

    private func drawBar(
        _ section: ReportSection, _ group: Int, _ place: (index: Int, count: Int), _ classifiers: [String],
        _ axis: Axis, _ area: Rectangle, on page: inout FigurePage
    ) {
        let width = min(14, (area.width - 3) / Double(place.count))
        let left = area.x + area.width / 2 + (Double(place.index) - Double(place.count) / 2) * width
        let middle = left + width / 2
        let number = section.numbers(of: metric)[group]
        guard let value = number.value.value else {
            page.drawing.text(
                "n/a", .init(middle + page.small.size * 0.35, axis.place(0) - 3), page.small, .grey,
                isTurned: true)
            return
        }
        let paint = Paint.series(classifiers.firstIndex(of: section.classifier) ?? 0)
        let (high, low) = (axis.place(max(value, 0)), axis.place(min(value, 0)))
        let bar = Rectangle(x: left + 0.5, y: high, width: width - 1, height: max(low - high, 0.8))
        page.drawing.box(bar, paint, opacity: 0.85)
        guard let interval = number.interval else { return }
        let (top, bottom) = (axis.place(interval.high), axis.place(interval.low))
        page.drawing.line(.init(middle, top), .init(middle, bottom), .ink, width: 0.9)
        for end in [top, bottom] {
            page.drawing.line(.init(middle - 1.6, end), .init(middle + 1.6, end), .ink, width: 0.9)
        }
    }

    /// The groups' names under the plot, turned where they would touch each other.
    private func drawLabels(_ labels: [String], slot: Double, _ plot: Rectangle, on page: inout FigurePage) {
        let widest = page.width(ofWidest: labels, page.label)
        let isTurned = widest + 3 > slot
        let bottom = plot.y + plot.height
        for (index, label) in labels.enumerated() {
            let x = plot.x + (Double(index) + 0.5) * slot
            if isTurned {
                let shown = page.fitted(label, page.label, 90)
                page.drawing.text(
                    shown, .init(x + page.label.size * 0.35, bottom + 4), page.label, .ink, .end,
                    isTurned: true)
            } else {
                page.drawing.text(
                    label, .init(x, bottom + page.label.size * 1.15), page.label, .ink, .middle)
            }
        }
        page.y = bottom + (isTurned ? min(widest, 90) + 6 : page.label.size * 1.4)
    }
}
