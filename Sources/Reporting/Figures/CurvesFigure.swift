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

    /// One group's curve on the unit square.
    private struct Square {
        /// The group and its number: `60: 0.81`.
        let caption: String
        /// The corners of a ROC curve, or the points of a calibration.
        let points: [Drawing.Point]
        /// The ends of the points' intervals, where they have any.
        var intervals: [ClosedRange<Double>?] = []
    }

    /// Adds the squares of each section; nothing where no group has a curve.
    func draw(on page: inout FigurePage) {
        let drawn = report.sections.compactMap { section -> (ReportSection, [Square], Square)? in
            let squares = squares(of: section)
            guard let everybody = squares.last, squares.contains(where: { isDrawable($0) }) else {
                return nil
            }
            return (section, squares.count > 1 ? squares.dropLast() : squares, everybody)
        }
        guard !drawn.isEmpty else { return }
        for (section, squares, everybody) in drawn { draw(section, squares, everybody, on: &page) }
        page.y += 4
        page.addText(account(drawn.map(\.0)), page.small, .grey)
    }

    /// What the marks are.
    private func account(_ sections: [ReportSection]) -> String {
        guard curve == .calibration else {
            return "number: AUROC; thick: the group; thin: everybody; diagonal: no skill"
        }
        let interval = sections.lazy.flatMap(\.curves.calibration).flatMap(\.bins).compactMap(\.interval)
            .first
        let lines = interval.map {
            ", lines: \(Intervals.percent($0.level)) intervals (\($0.method.replacing("_", with: "-")))"
        }
        return "number: ECE; dots: observed rate of tenths of the score range\(lines ?? ""); "
            + "thin: everybody; diagonal: perfect"
    }

    // MARK: What is drawn

    /// A square for each group, then everybody's; none where the section has no such curves.
    private func squares(of section: ReportSection) -> [Square] {
        switch curve {
        case .roc:
            section.curves.roc.map { roc in
                Square(
                    caption: caption(roc.group, roc.area, in: section),
                    points: roc.points.map { .init($0.falsePositiveRate, $0.truePositiveRate) })
            }
        case .calibration:
            section.curves.calibration.map { calibration in
                Square(
                    caption: caption(calibration.group, calibration.error, in: section),
                    points: calibration.bins.map { .init($0.rows.meanScore, $0.rows.observed) },
                    intervals: calibration.bins.map { $0.interval.map { $0.low...$0.high } })
            }
        }
    }

    /// `60: 0.81`, the area or the calibration error; the count where there is neither.
    private func caption(_ group: String?, _ quantity: Quantity, in section: ReportSection) -> String {
        let label = group?.replacing("|", with: " ") ?? "all"
        if let value = quantity.value { return "\(label): \(Decimals.text(value, places: 2))" }
        let row = section.rows.first { $0.key == group } ?? section.overall
        return "\(label): n \(Decimals.thousands(row.counts.total))"
    }

    /// Whether the square holds a curve, and not only its frame.
    private func isDrawable(_ square: Square) -> Bool {
        square.points.count > (curve == .roc ? 1 : 0)
    }

    // MARK: Drawing

    private func draw(
        _ section: ReportSection, _ squares: [Square], _ everybody: Square, on page: inout FigurePage
    ) {
        page.y += 6
        page.addText(report.fullName(of: section), page.heading)
        let columns = max(1, min(squares.count, Int(page.innerWidth / 95)))
        let left = page.label.size + 20
        let side = min((page.innerWidth - left) / Double(columns), 220)
        let pitch = side + page.label.size * 1.3
        let top = page.y + 2
        for (index, square) in squares.enumerated() {
            let (row, column) = (index / columns, index % columns)
            let frame = Rectangle(
                x: page.margin + left + Double(column) * side + 2,
                y: top + Double(row) * pitch + page.label.size * 1.5, width: side - 9, height: side - 14)
            draw(square, over: everybody, frame, on: &page)
            drawTicks(
                frame, left: column == 0, bottom: index + columns >= squares.count, on: &page)
        }
        let rows = (squares.count + columns - 1) / columns
        page.y = top + Double(rows) * pitch + page.label.size * 0.6
        drawNames(top: top, middle: page.margin + left + side * Double(columns) / 2, on: &page)
    }

    /// The names of the axes, once for all squares.
    private func drawNames(top: Double, middle: Double, on page: inout FigurePage) {
        let across = curve == .roc ? "false positive rate" : "mean score"
        let upward = curve == .roc ? "true positive rate" : "observed rate"
        page.drawing.text(across, .init(middle, page.y + page.label.size), page.label, .ink, .middle)
        page.drawing.text(
            upward, .init(page.margin + page.label.size * 0.9, (top + page.y) / 2), page.label, .ink, .middle,
            isTurned: true)
        page.y += page.label.size * 1.4
    }

    private func draw(
        _ square: Square, over everybody: Square, _ frame: Rectangle, on page: inout FigurePage
    ) {
        func place(_ point: Drawing.Point) -> Drawing.Point {
            .init(frame.x + point.x * frame.width, frame.y + (1 - point.y) * frame.height)
        }
        page.drawing.text(
            page.fitted(square.caption, page.label, frame.width + 6), .init(frame.x, frame.y - 3), page.label)
        let corners = [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map { place(.init($0.0, $0.1)) }
        page.drawing.marks.append(.path(corners, .pale, width: 0.75, isDashed: false))
        page.drawing.line(place(.init(0, 0)), place(.init(1, 1)), .faint, isDashed: true)
        guard isDrawable(square) else {
            page.drawing.text(
                "n/a", .init(frame.x + frame.width / 2, frame.y + frame.height / 2), page.label, .grey,
                .middle)
            return
        }
        if everybody.points.count > 1 {
            page.drawing.marks.append(
                .path(everybody.points.map(place), .grey, width: 0.75, isDashed: false))
        }
        guard curve == .calibration else {
            page.drawing.marks.append(
                .path(square.points.map(place), .series(0), width: 1.6, isDashed: false))
            return
        }
        for (point, interval) in zip(square.points, square.intervals) {
            if let interval {
                page.drawing.line(
                    place(.init(point.x, interval.lowerBound)), place(.init(point.x, interval.upperBound)),
                    .series(0))
            }
            page.drawing.marks.append(.symbol(.disc, place(point), radius: 2, .series(0)))
        }
    }

    private func drawTicks(_ frame: Rectangle, left: Bool, bottom: Bool, on page: inout FigurePage) {
        for tick in [0.0, 1.0] {
            let text = Decimals.text(tick, places: 0)
            if left {
                let y = frame.y + (1 - tick) * frame.height + page.small.size * 0.35
                page.drawing.text(text, .init(frame.x - 3, y), page.small, .ink, .end)
            }
            if bottom {
                let x = frame.x + tick * frame.width
                page.drawing.text(
                    text, .init(x, frame.y + frame.height + page.small.size * 1.1), page.small, .ink, .middle)
            }
        }
    }
}
