/// Where everything of a grid figure stands, in pixels.
struct GridLayout {
    /// A line of text with its place.
    struct Line {
        /// The text.
        let text: String
        /// Its baseline.
        let baseline: Double
        /// How it is set.
        let font: Font
    }

    /// The space around everything.
    let margin: Double
    /// The font of labels.
    let label: Font
    /// The font of the names of axes.
    let axisTitle: Font
    /// The warning and the title.
    let heading: [Line]
    /// The lines below the grid.
    let caption: [Line]
    /// The baseline of the name of the columns' attribute.
    let columnTitleBaseline: Double
    /// The baseline of the columns' labels.
    let columnLabelBaseline: Double
    /// The middle of each column of row labels.
    let rowLabelX: [Double]
    /// The left edge of the cells.
    let gridX: Double
    /// From the left of the first to the right of the last cell.
    let gridWidth: Double
    /// The size of the figure.
    let width, height: Double
    private let gridY: Double
    private let cell: Double
    private let gap: Double

    /// The layout of a figure with cells of `cell` pixels a side.
    init(_ figure: GridFigure, cell: Double) throws(ReportingError) {
        let rule = try Canvas(width: 1, height: 1)
        let size = min(max(cell / 7, 12), 26)
        self.cell = cell
        gap = max(2, (cell / 32).rounded())
        margin = size
        label = Font(size: size)
        axisTitle = Font(size: size, colour: .grey)
        let (label, axisTitle) = (label, axisTitle)
        let labelWidths = figure.rowAttributes.enumerated().map { index, attribute in
            let levels = figure.rows.map { rule.width(of: $0[index], label) }
            return max(levels.max() ?? 0, rule.width(of: attribute, axisTitle))
        }
        var x = margin
        rowLabelX = labelWidths.map { width in
            defer { x += width + size }
            return x + width / 2
        }
        gridX = x.rounded()
        gridWidth = Double(figure.columns.count) * (cell + gap) - gap
        let textWidth = max(
            gridX + gridWidth - margin, rule.width(of: figure.title, Font(size: size, isBold: true)), 380)
        width = margin + textWidth + margin

        let told = ProvenanceLines(provenance: figure.provenance)
        var y = margin
        heading = Self.stack(
            [
                (told.warning, Font(size: size, isBold: true, colour: .warning)),
                (figure.title, Font(size: size, isBold: true)),
            ],
            rule, width: textWidth, from: &y)
        columnTitleBaseline = y + size * 1.4
        columnLabelBaseline = columnTitleBaseline + size * 1.4
        gridY = (columnLabelBaseline + size * 0.6).rounded()
        y = gridY + Double(figure.rows.count) * (cell + gap) - gap + size * 0.5
        let small = Font(size: max(10, size * 0.62), colour: .grey)
        caption = Self.stack(told.facts.map { ($0, small) }, rule, width: textWidth, from: &y)
        height = y + margin
    }

    /// The rectangle of one cell.
    func cell(row: Int, column: Int) -> Rectangle {
        Rectangle(
            x: gridX + Double(column) * (cell + gap), y: gridY + Double(row) * (cell + gap), width: cell,
            height: cell)
    }

    /// Wrapped texts under one another; `y` moves from above the first to below the last.
    private static func stack(
        _ texts: [(text: String?, font: Font)], _ rule: Canvas, width: Double, from y: inout Double
    ) -> [Line] {
        var lines: [Line] = []
        for (text, font) in texts {
            for line in rule.lines(text ?? "", font, width: width) {
                y += font.size * 1.4
                lines.append(Line(text: line, baseline: y - font.size * 0.3, font: font))
            }
        }
        return lines
    }
}
