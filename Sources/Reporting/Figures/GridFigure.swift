import Images

/// Images in rows and columns with labels on both axes: the layout of Figure 2 of Watanabe & Frolov et al. 2025.
package struct GridFigure: Sendable {
    /// The line above the grid.
    package var title: String
    /// The names of the attributes of the rows, such as `fst`, `sex`.
    package var rowAttributes: [String]
    /// For each row one level of each of those attributes, such as `["I", "m"]`.
    package var rows: [[String]]
    /// The name of the attribute of the columns, such as `age`.
    package var columnAttribute: String
    /// The label of each column.
    package var columns: [String]
    /// Row by row one image for each column; nil is drawn as a hatched cell.
    package var cells: [RGBImage?]
    /// Where the images come from; a phantom's warning stands above the title, the rest below the grid.
    package var provenance: ReportProvenance

    /// A grid of images.
    package init(
        title: String, rowAttributes: [String], rows: [[String]], columnAttribute: String, columns: [String],
        cells: [RGBImage?], provenance: ReportProvenance
    ) {
        precondition(cells.count == rows.count * columns.count, "one cell for each row and column")
        precondition(rows.allSatisfy { $0.count == rowAttributes.count }, "one level for each attribute")
        self.title = title
        self.rowAttributes = rowAttributes
        self.rows = rows
        self.columnAttribute = columnAttribute
        self.columns = columns
        self.cells = cells
        self.provenance = provenance
    }

    /// The figure as an image.
    ///
    /// - Parameter cellSize: pixels of a cell's longer side; by default the images' own, less where the whole figure
    ///   would be wider or higher than 6,000 pixels.
    package func drawn(cellSize: Int? = nil) throws(ReportingError) -> RGBImage {
        let layout = try GridLayout(self, cell: Double(cellSize ?? naturalCellSize))
        let canvas = try Canvas(
            width: Int(layout.width.rounded(.up)), height: Int(layout.height.rounded(.up)))
        draw(on: canvas, layout)
        return try canvas.image()
    }

    private var naturalCellSize: Int {
        let sides = cells.compactMap { $0 }.map { max($0.width, $0.height) }
        let most = 6_000 / max(rows.count, columns.count, 1)
        return max(16, min(sides.max() ?? 64, most))
    }

    private func draw(on canvas: Canvas, _ layout: GridLayout) {
        for heading in layout.heading {
            canvas.text(heading.text, x: layout.margin, y: heading.baseline, heading.font)
        }
        drawColumnLabels(on: canvas, layout)
        drawRowLabels(on: canvas, layout)
        for row in rows.indices {
            for column in columns.indices {
                draw(
                    cells[row * columns.count + column], in: layout.cell(row: row, column: column), on: canvas
                )
            }
        }
        for line in layout.caption {
            canvas.text(line.text, x: layout.margin, y: line.baseline, line.font)
        }
    }

    private func draw(_ image: RGBImage?, in rectangle: Rectangle, on canvas: Canvas) {
        guard let image else {
            canvas.hatch(rectangle, .faint)
            return
        }
        let scale = min(rectangle.width / Double(image.width), rectangle.height / Double(image.height))
        let (width, height) = (scale * Double(image.width), scale * Double(image.height))
        canvas.draw(
            image,
            in: Rectangle(
                x: rectangle.x + (rectangle.width - width) / 2,
                y: rectangle.y + (rectangle.height - height) / 2,
                width: width, height: height))
    }

    private func drawColumnLabels(on canvas: Canvas, _ layout: GridLayout) {
        let middle = layout.gridX + layout.gridWidth / 2
        canvas.text(
            columnAttribute, x: middle, y: layout.columnTitleBaseline, layout.axisTitle, anchor: .middle)
        for (column, label) in columns.enumerated() {
            let cell = layout.cell(row: 0, column: column)
            canvas.text(
                label, x: cell.x + cell.width / 2, y: layout.columnLabelBaseline, layout.label,
                anchor: .middle)
        }
    }

    /// Labels of an outer attribute stand once, in the middle of the rows that share them.
    private func drawRowLabels(on canvas: Canvas, _ layout: GridLayout) {
        for (index, attribute) in rowAttributes.enumerated() {
            let x = layout.rowLabelX[index]
            canvas.text(attribute, x: x, y: layout.columnLabelBaseline, layout.axisTitle, anchor: .middle)
            for run in runs(ofAttribute: index) {
                let top = layout.cell(row: run.lowerBound, column: 0)
                let bottom = layout.cell(row: run.upperBound - 1, column: 0)
                let middle = (top.y + bottom.y + bottom.height) / 2
                canvas.text(
                    rows[run.lowerBound][index], x: x, y: middle + layout.label.size * 0.36, layout.label,
                    anchor: .middle)
            }
        }
    }

    /// The rows that share the levels of an attribute and of all before it.
    private func runs(ofAttribute index: Int) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for row in rows.indices {
            let isLast = index == rowAttributes.count - 1
            if let run = runs.last, !isLast,
                rows[run.lowerBound].prefix(index + 1) == rows[row].prefix(index + 1)
            {
                runs[runs.count - 1] = run.lowerBound..<row + 1
            } else {
                runs.append(row..<row + 1)
            }
        }
        return runs
    }
}
