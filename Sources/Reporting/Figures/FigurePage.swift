/// A drawing that grows downward: `y` is the lower edge of what is there.
struct FigurePage {
    /// What is drawn so far.
    var drawing: Drawing
    /// Where the next thing starts.
    var y: Double
    /// The space around everything.
    let margin = 6.0
    /// The font of labels: 7 points.
    let label = Font(size: 9.4)
    /// The font of what is told small: 6 points.
    let small = Font(size: 8.2)
    /// The font of names of panels.
    let heading = Font(size: 9.8, isBold: true)
    private let rule: Canvas

    /// An empty page.
    init(width: Double) throws(ReportingError) {
        rule = try Canvas(width: 1, height: 1)
        drawing = Drawing(width: width, height: 0)
        y = margin
    }

    /// The width between the margins.
    var innerWidth: Double { drawing.width - 2 * margin }

    /// The width of a text.
    func width(of text: String, _ font: Font) -> Double { rule.width(of: text, font) }

    /// The widest of some texts; 0 for none.
    func width(ofWidest texts: [String], _ font: Font) -> Double {
        texts.map { width(of: $0, font) }.max() ?? 0
    }

    /// A text cut off with an ellipsis where it is wider than `limit`.
    func fitted(_ text: String, _ font: Font, _ limit: Double) -> String {
        guard width(of: text, font) > limit else { return text }
        var kept = text
        while !kept.isEmpty, width(of: kept + "\u{2026}", font) > limit { kept.removeLast() }
        return kept + "\u{2026}"
    }

    /// The phantom's warning first, then the title.
    mutating func addHeading(title: String?, provenance: ReportProvenance) {
        if let warning = ProvenanceLines(provenance: provenance).warning {
            addText(warning, Font(size: 9.4, isBold: true), .warning)
        }
        if let title { addText(title, Font(size: 11, isBold: true)) }
    }

    /// Adds wrapped lines below what is there.
    mutating func addText(_ text: String, _ font: Font, _ paint: Paint = .ink) {
        for line in rule.lines(text, font, width: innerWidth) {
            y += font.size * 1.35
            drawing.text(
                fitted(line, font, innerWidth), Drawing.Point(margin, y - font.size * 0.3), font, paint)
        }
    }

    /// Adds the names of series with their symbols, in as many lines as they need.
    mutating func addLegend(_ names: [String]) {
        guard names.count > 1 else { return }
        var x = margin
        y += label.size * 1.5
        for (index, name) in names.enumerated() {
            let shown = fitted(name, label, innerWidth - 14)
            let width = width(of: shown, label) + 22
            if x > margin, x + width - 10 > drawing.width - margin {
                x = margin
                y += label.size * 1.45
            }
            drawing.marks.append(
                .symbol(
                    .series(index), Drawing.Point(x + 4, y - label.size * 0.35), radius: 3.2, .series(index)))
            drawing.text(shown, Drawing.Point(x + 11, y), label)
            x += width
        }
        y += 3
    }

    /// The drawing, as high as what it holds.
    func finished() -> Drawing {
        var drawing = drawing
        drawing.height = y + margin
        drawing.marks.insert(
            .box(Rectangle(x: 0, y: 0, width: drawing.width, height: drawing.height), .page, opacity: 1),
            at: 0)
        return drawing
    }
}
