import Statistics

/// A small square for each group: its ROC curve, or its observed rates beside its mean scores, over everybody's.
struct CurvesFigure {
    /// The report.
    let report: Report
    /// What is drawn.
    let curve: Curve

    /// The curves of a group.
    enum Curve {
        case roc, calibration
    }

    /// The most groups of a section that are drawn; more squares could not be compared.
    private let most = 12

    /// Adds the squares of each section; nothing where no group has a curve.
    func draw(on page: inout FigurePage) {
        let sections = report.sections.filter { section in
            section.samples.contains { points(of: $0).count > 1 } && section.samples.count <= most
        }
        guard !sections.isEmpty else { return }
        for section in sections { draw(section, on: &page) }
        page.y += 4
        let account =
            curve == .roc
            ? "number: AUROC; thick: the group; thin: all groups together; diagonal: no skill"
            : "number: ECE; dots: observed rate of tenths of the score range, lines: 95 % Wilson intervals; diagonal: perfect"
        page.addText(account, page.small, .grey)
    }

    private func points(of sample: Sample) -> [Drawing.Point] {
        switch curve {
        case .roc:
            Self.thinned(sample.rocCurve.map { Drawing.Point($0.falsePositiveRate, $0.truePositiveRate) })
        case .calibration: sample.calibrationBins(10).map { Drawing.Point($0.meanScore, $0.observed) }
        }
    }

    /// The corners that can be told apart on paper: 1/400 of the side from the one before, and the last.
    private static func thinned(_ points: [Drawing.Point]) -> [Drawing.Point] {
        points.enumerated().reduce(into: []) { kept, next in
            let moved = kept.last.map { max(next.element.x - $0.x, next.element.y - $0.y) } ?? 1
            if moved >= 0.0025 || next.offset == points.count - 1 { kept.append(next.element) }
        }
    }

    private func draw(_ section: ReportSection, on page: inout FigurePage) {
        page.y += 6
        page.addText(report.fullName(of: section), page.heading)
        let columns = max(1, min(section.samples.count, Int(page.innerWidth / 95)))
        let left = page.label.size + 20
        let side = (page.innerWidth - left) / Double(columns)
        let pooled = Sample.pooled(section.samples)
        let names = (
            curve == .roc ? "false positive rate" : "mean score",
            curve == .roc ? "true positive rate" : "observed rate"
        )
        let pitch = side + page.label.size * 1.3
        let top = page.y + 2
        for (index, sample) in section.samples.enumerated() {
            let (row, column) = (index / columns, index % columns)
            let square = Rectangle(
                x: page.margin + left + Double(column) * side + 2,
                y: top + Double(row) * pitch + page.label.size * 1.5, width: side - 9, height: side - 14)
            draw(sample, pooled, label: section.rows[index].label, square, on: &page)
            let isLast = index + columns >= section.samples.count
            drawTicks(square, left: column == 0, bottom: isLast, on: &page)
        }
        let rows = (section.samples.count + columns - 1) / columns
        page.y = top + Double(rows) * pitch + page.label.size * 0.6
        let middle = page.margin + left + (page.innerWidth - left) / 2
        page.drawing.text(names.0, .init(middle, page.y + page.label.size), page.label, .ink, .middle)
        page.drawing.text(
            names.1, .init(page.margin + page.label.size * 0.9, (top + page.y) / 2), page.label, .ink,
            .middle,
            isTurned: true)
        page.y += page.label.size * 1.4
    }

    private func draw(
        _ sample: Sample, _ pooled: Sample, label: String, _ square: Rectangle, on page: inout FigurePage
    ) {
        func place(_ point: Drawing.Point) -> Drawing.Point {
            .init(square.x + point.x * square.width, square.y + (1 - point.y) * square.height)
        }
        page.drawing.text(
            page.fitted(caption(label, sample), page.label, square.width + 6), .init(square.x, square.y - 3),
            page.label)
        let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map { place(.init($0.0, $0.1)) }
        page.drawing.marks.append(.path(corners, .pale, width: 0.75, isDashed: false))
        page.drawing.line(place(.init(0, 0)), place(.init(1, 1)), .faint, isDashed: true)
        let points = points(of: sample)
        guard points.count > 1 || (curve == .calibration && !points.isEmpty) else {
            page.drawing.text(
                "n/a", .init(square.x + square.width / 2, square.y + square.height / 2), page.label, .grey,
                .middle)
            return
        }
        let pooledPoints = self.points(of: pooled).map(place)
        if pooledPoints.count > 1 {
            page.drawing.marks.append(.path(pooledPoints, .grey, width: 0.75, isDashed: false))
        }
        if curve == .roc {
            page.drawing.marks.append(.path(points.map(place), .series(0), width: 1.6, isDashed: false))
        } else {
            drawBins(of: sample, place, on: &page)
        }
    }

    private func drawBins(
        of sample: Sample, _ place: (Drawing.Point) -> Drawing.Point, on page: inout FigurePage
    ) {
        for bin in sample.calibrationBins(10) {
            let interval = ProportionInterval.wilson(Proportion(bin.positives, of: bin.count))
            if let interval {
                page.drawing.line(
                    place(.init(bin.meanScore, interval.low)), place(.init(bin.meanScore, interval.high)),
                    .series(0))
            }
            page.drawing.marks.append(
                .symbol(.disc, place(.init(bin.meanScore, bin.observed)), radius: 2, .series(0)))
        }
    }

    /// `60: 0.81`, the area or the calibration error; the count where there is neither.
    private func caption(_ label: String, _ sample: Sample) -> String {
        let quantity = sample.quantity(curve == .roc ? .auroc : .ece10)
        guard let value = quantity.value else {
            return "\(label): n \(Decimals.thousands(sample.counts.total))"
        }
        return "\(label): \(Decimals.text(value, places: 2))"
    }

    private func drawTicks(_ square: Rectangle, left: Bool, bottom: Bool, on page: inout FigurePage) {
        for tick in [0.0, 1.0] {
            let text = Decimals.text(tick, places: 0)
            if left {
                let y = square.y + (1 - tick) * square.height + page.small.size * 0.35
                page.drawing.text(text, .init(square.x - 3, y), page.small, .ink, .end)
            }
            if bottom {
                let x = square.x + tick * square.width
                page.drawing.text(
                    text, .init(x, square.y + square.height + page.small.size * 1.1), page.small, .ink,
                    .middle)
            }
        }
    }
}
