import Images
import Statistics

/// A figure of a report, as SVG text or as pixels; both show one and the same drawing.
package struct ReportFigure: Sendable {
    /// The width of a column of a paper: 85 mm, in units of 1/96 inch.
    package static let column = 321.0
    /// The width of a page of a paper: 170 mm.
    package static let page = 642.0

    /// What is drawn.
    package var kind: FigureKind
    /// The report that holds the numbers.
    package var report: Report
    /// The quantity on the axis of bars and heat maps; by default the report's first column.
    package var metric: GroupMetric
    /// The line above the figure; nil leaves it out.
    package var title: String?
    /// Whether the phantom's warning and the provenance stand on the figure; a page that has them goes without.
    package var isBare = false
    /// The width in units of 1/96 inch; the height follows from what is drawn.
    package var width: Double

    /// A figure of a report, by default as wide as its kind needs to be read.
    package init(
        _ kind: FigureKind, of report: Report, metric: GroupMetric? = nil, title: String? = nil,
        width: Double? = nil
    ) {
        self.kind = kind
        self.report = report
        self.metric = metric ?? report.sections.lazy.compactMap(\.columns.first).first ?? .accuracy
        self.title = title
        self.width = max(200, width ?? kind.naturalWidth)
    }

    /// Whether the report holds what the figure shows.
    package var isDrawable: Bool { (try? drawing()) != nil }

    /// The figure as a file of SVG.
    package func svg() throws(ReportingError) -> String { try writer().file }

    /// The figure as an element for a page.
    func element() throws(ReportingError) -> String { try writer().element() }

    /// The figure as pixels.
    ///
    /// - Parameter dotsPerInch: 300 suits print.
    package func drawn(dotsPerInch: Double = 300) throws(ReportingError) -> RGBImage {
        try drawing().image(scale: dotsPerInch / 96)
    }

    private func writer() throws(ReportingError) -> SVGWriter {
        SVGWriter(
            drawing: try drawing(), title: title ?? "\(kind.rawValue) of the report",
            description: ProvenanceLines(provenance: report.provenance).oneLine)
    }

    /// The figure before it is put on paper.
    func drawing() throws(ReportingError) -> Drawing {
        var page = try FigurePage(width: width)
        if !isBare { page.addHeading(title: title, provenance: report.provenance) }
        let top = page.y
        switch kind {
        case .bars: BarsFigure(report: report, metric: metric).draw(on: &page)
        case .gaps: GapsFigure(report: report).draw(on: &page)
        case .heatmap: HeatmapFigure(report: report, metric: metric).draw(on: &page)
        case .calibration: CurvesFigure(report: report, curve: .calibration).draw(on: &page)
        case .roc: CurvesFigure(report: report, curve: .roc).draw(on: &page)
        case .sizes: SizesFigure(report: report).draw(on: &page)
        }
        guard page.y > top else { throw .nothingToDraw(figure: kind.rawValue, needs: kind.needs) }
        return page.finished()
    }
}
