import Images
import Statistics

/// Each group's value with its interval, beside the band that chance alone would spread equal groups over.
///
/// One panel for each grouping and cohort, one colour for each classifier: the paper's Figure 3 with its uncertainty.
package struct ReportFigure: Sendable {
    /// The line above the panels.
    package var title: String
    /// What is drawn.
    package var report: Report
    /// The quantity on the axis.
    package var metric: GroupMetric

    /// A figure of one quantity of a report, which must be among its columns to be seen.
    package init(title: String, report: Report, metric: GroupMetric = .accuracy) {
        self.title = title
        self.report = report
        self.metric = metric
    }

    /// The figure as an image.
    ///
    /// - Parameter width: in pixels; the height follows from the number of groups.
    package func drawn(width: Int = 1_000) throws(ReportingError) -> RGBImage {
        let layout = try DotLayout(self, width: Double(width))
        let canvas = try Canvas(width: width, height: Int(layout.height.rounded(.up)))
        for line in layout.lines {
            canvas.text(line.text, x: line.x, y: line.baseline, line.font, anchor: line.anchor)
        }
        for mark in layout.legend {
            canvas.disc(x: mark.x, y: mark.y, radius: layout.radius, mark.colour)
        }
        for panel in layout.panels { draw(panel, layout, on: canvas) }
        return try canvas.image()
    }

    private func draw(_ panel: DotLayout.Panel, _ layout: DotLayout, on canvas: Canvas) {
        for band in panel.bands { canvas.fill(band.rectangle, band.colour, opacity: 0.16) }
        for tick in layout.ticks {
            let x = layout.x(of: tick)
            canvas.line(from: (x, panel.top), to: (x, panel.bottom), .pale)
            canvas.text(
                Decimals.text(tick, places: 1), x: x, y: panel.bottom + layout.label.size * 1.3, layout.small,
                anchor: .middle)
        }
        for dot in panel.dots {
            if let interval = dot.interval {
                canvas.line(
                    from: (layout.x(of: interval.low), dot.y), to: (layout.x(of: interval.high), dot.y),
                    dot.colour,
                    width: 2)
            }
            if let value = dot.value {
                canvas.disc(x: layout.x(of: value), y: dot.y, radius: layout.radius, dot.colour)
            }
        }
        for line in panel.lines {
            canvas.text(line.text, x: line.x, y: line.baseline, line.font, anchor: line.anchor)
        }
    }
}
