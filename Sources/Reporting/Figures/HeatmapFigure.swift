import Statistics

/// The rates of a crossing's cells as shades, raw beside shrunken, with the numbers in the cells.
struct HeatmapFigure {
    /// The report.
    let report: Report
    /// The quantity.
    let metric: GroupMetric

    private let cellHeight = 15.0

    /// One map: a heading, and a value for each cell in the section's order.
    private struct Map {
        let name: String
        let numbers: [ReportNumber]
    }

    /// The figure of a report's quantity.
    init(report: Report, metric: GroupMetric) {
        self.report = report
        self.metric = metric
    }

    /// Adds a raw and a shrunken map for each crossing; nothing where there is none.
    func draw(on page: inout FigurePage) {
        let sections = report.sections.filter {
            $0.grouping.attributes.count > 1 && $0.columns.contains(metric)
        }
        guard !sections.isEmpty else { return }
        let values = sections.flatMap { section in
            (section.numbers(of: metric) + shrunken(section)).compactMap(\.value.value)
        }
        let range = (values.min() ?? 0)...max(values.max() ?? 1, (values.min() ?? 0) + 1e-9)
        for section in sections { draw(section, range, on: &page) }
        page.y += 4
        let hasShrunken = sections.contains { !shrunken($0).isEmpty }
        page.addText(
            "\(metric.words), from \(Decimals.text(range.lowerBound, places: 2)) (pale) to "
                + "\(Decimals.text(range.upperBound, places: 2)) (dark); hatched: no value; *: fewer rows than the "
                + "smallest size asked for" + (hasShrunken ? "; shrunken: empirical Bayes" : ""), page.small,
            .grey)
    }

    private func shrunken(_ section: ReportSection) -> [ReportNumber] {
        section.shrinkage.first { $0.metric == metric }?.numbers ?? []
    }

    /// The maps of a section, side by side where the cells stay wide enough for their numbers.
    private func draw(_ section: ReportSection, _ range: ClosedRange<Double>, on page: inout FigurePage) {
        page.y += 6
        page.addText(report.fullName(of: section), page.heading)
        var maps = [Map(name: "raw", numbers: section.numbers(of: metric))]
        if !shrunken(section).isEmpty { maps.append(Map(name: "shrunken", numbers: shrunken(section))) }
        let layout = Layout(section, page)
        let cell = page.width(of: "0.00*", page.small) + 4
        let isBeside =
            maps.count > 1 && (page.innerWidth - 10) / 2 - layout.left >= cell * Double(layout.columns.count)
        let width = isBeside ? (page.innerWidth - 10) / 2 : page.innerWidth
        let top = page.y
        for (index, map) in maps.enumerated() {
            if isBeside { page.y = top }
            let x = page.margin + (isBeside ? Double(index) * (width + 10) : 0)
            draw(map, section, layout, range, x: x, width: width, on: &page)
        }
    }

    /// The last attribute runs along the columns, all others along the rows.
    private struct Layout {
        let columns: [String]
        let rows: [String]
        let rowTitle: String
        let columnTitle: String
        let left: Double

        init(_ section: ReportSection, _ page: FigurePage) {
            columns = section.rows.map { $0.levels.last ?? "" }
                .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            rows = section.rows.map { $0.levels.dropLast().joined(separator: " ") }
                .reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
            rowTitle = section.grouping.attributes.dropLast().joined(separator: ", ")
            columnTitle = section.grouping.attributes.last ?? ""
            left = page.width(ofWidest: rows + [rowTitle], page.label) + 5
        }
    }

    private func draw(
        _ map: Map, _ section: ReportSection, _ layout: Layout, _ range: ClosedRange<Double>, x: Double,
        width: Double, on page: inout FigurePage
    ) {
        let cell = (width - layout.left) / Double(max(1, layout.columns.count))
        let top = page.y + page.label.size * 2.7
        page.drawing.text(
            "\(map.name), by \(layout.columnTitle)",
            .init(x + layout.left + (width - layout.left) / 2, page.y + 11),
            page.label, .grey, .middle)
        page.drawing.text(
            layout.rowTitle, .init(x + layout.left - 4, top - 3), page.label, .grey, .end)
        for (column, label) in layout.columns.enumerated() {
            let middle = x + layout.left + (Double(column) + 0.5) * cell
            page.drawing.text(
                page.fitted(label, page.label, cell - 2), .init(middle, top - 3), page.label, .ink, .middle)
        }
        for (row, label) in layout.rows.enumerated() {
            let baseline = top + (Double(row) + 0.5) * cellHeight + page.label.size * 0.35
            page.drawing.text(label, .init(x + layout.left - 4, baseline), page.label, .ink, .end)
        }
        for (index, group) in section.rows.enumerated() {
            guard let column = layout.columns.firstIndex(of: group.levels.last ?? ""),
                let row = layout.rows.firstIndex(of: group.levels.dropLast().joined(separator: " "))
            else { continue }
            let area = Rectangle(
                x: x + layout.left + Double(column) * cell + 0.5, y: top + Double(row) * cellHeight + 0.5,
                width: cell - 1, height: cellHeight - 1)
            draw(map.numbers[index], isSmall: group.isSmall, in: area, range, on: &page)
        }
        page.y = top + Double(layout.rows.count) * cellHeight + 2
    }

    private func draw(
        _ number: ReportNumber, isSmall: Bool, in area: Rectangle, _ range: ClosedRange<Double>,
        on page: inout FigurePage
    ) {
        guard let value = number.value.value else {
            page.drawing.marks.append(.hatch(area, .faint))
            return
        }
        let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
        page.drawing.box(area, .shade(share))
        let text = Decimals.text(value, places: 2) + (isSmall ? "*" : "")
        guard page.width(of: text, page.small) <= area.width else { return }
        let paint = Paint(role: "", colour: Colour.shade(share).legible)
        let middle = Drawing.Point(area.x + area.width / 2, area.y + area.height / 2 + page.small.size * 0.36)
        page.drawing.text(text, middle, page.small, paint, .middle)
    }
}
