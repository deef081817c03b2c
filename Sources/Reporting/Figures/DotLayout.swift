import Statistics

/// Where everything of a report's figure stands, in pixels.
struct DotLayout {
    /// A line of text with its place.
    struct Line {
        let text: String
        let x: Double
        let baseline: Double
        let font: Font
        var anchor = Font.Anchor.start
    }

    /// A coloured mark of the legend.
    struct Mark {
        let x: Double
        let y: Double
        let colour: Colour
    }

    /// What chance alone would spread the groups of a classifier over.
    struct Band {
        let rectangle: Rectangle
        let colour: Colour
    }

    /// One group of one classifier.
    struct Dot {
        let y: Double
        /// nil where the quantity is undefined.
        let value: Double?
        let interval: Interval?
        let colour: Colour
    }

    /// One grouping.
    struct Panel {
        /// The upper edge of the plot.
        let top: Double
        /// Its lower edge.
        let bottom: Double
        var bands: [Band] = []
        var dots: [Dot] = []
        var lines: [Line] = []
    }

    /// The font of labels.
    let label = Font(size: 15)
    /// The font of ticks and of what is told small.
    let small = Font(size: 12, colour: .grey)
    /// The radius of a dot.
    let radius = 5.0
    /// The title, the warning, the provenance.
    private(set) var lines: [Line] = []
    /// The colours of the classifiers.
    private(set) var legend: [Mark] = []
    /// The panels, from the top.
    private(set) var panels: [Panel] = []
    /// The values at which the axis is ruled.
    private(set) var ticks: [Double] = []
    /// The height of the figure.
    private(set) var height = 0.0

    private let margin = 18.0
    private let width: Double
    private let rule: Canvas
    private var left = 0.0
    private var classifiers: [String] = []

    /// The layout of a figure `width` pixels wide.
    init(_ figure: ReportFigure, width: Double) throws(ReportingError) {
        self.width = width
        rule = try Canvas(width: 1, height: 1)
        let sections = figure.report.sections.filter {
            !$0.rows.isEmpty && $0.columns.contains(figure.metric)
        }
        for section in sections where !classifiers.contains(section.classifier) {
            classifiers.append(section.classifier)
        }
        setAxis(sections, figure.metric)
        var y = margin
        setHeading(figure, &y)
        for sections in Self.panels(of: sections) { add(sections, figure.metric, &y) }
        y += 8
        let told = ProvenanceLines(provenance: figure.report.provenance)
        add(
            told.facts + [
                "bars: \(Self.intervals(sections, figure.metric)); shaded: how far chance alone would spread equal groups"
            ], small, &y)
        height = y + margin
    }

    /// The place of a value on the axis.
    func x(of value: Double) -> Double {
        guard let first = ticks.first, let last = ticks.last, last > first else { return left }
        return left + (value - first) / (last - first) * (width - margin - left)
    }

    private mutating func setAxis(_ sections: [ReportSection], _ metric: GroupMetric) {
        let numbers = sections.flatMap { section in Self.numbers(section, metric) }
        let values = numbers.flatMap { [$0.value.value, $0.interval?.low, $0.interval?.high] }.compactMap {
            $0
        }
        let first = ((values.min() ?? 0) * 10).rounded(.down)
        let last = max(((values.max() ?? 1) * 10).rounded(.up), first + 1)
        ticks = stride(from: first, through: last, by: 1).map { $0 / 10 }
        let labels = sections.flatMap(\.rows).map { rule.width(of: $0.levels.joined(separator: " "), label) }
        left = margin + (labels.max() ?? 0) + 14
    }

    private mutating func setHeading(_ figure: ReportFigure, _ y: inout Double) {
        let told = ProvenanceLines(provenance: figure.report.provenance)
        if let warning = told.warning { add([warning], Font(size: 18, isBold: true, colour: .warning), &y) }
        add([figure.title], Font(size: 18, isBold: true), &y)
        var x = margin + radius
        y += 22
        for (index, classifier) in classifiers.enumerated() {
            let colour = Colour.series[index % Colour.series.count]
            legend.append(Mark(x: x, y: y - radius, colour: colour))
            lines.append(Line(text: classifier, x: x + 12, baseline: y, font: label))
            x += rule.width(of: classifier, label) + 44
        }
        y += 6
    }

    /// Adds wrapped lines below what is there.
    private mutating func add(_ texts: [String], _ font: Font, _ y: inout Double) {
        for line in texts.flatMap({ rule.lines($0, font, width: width - 2 * margin) }) {
            y += font.size * 1.4
            lines.append(Line(text: line, x: margin, baseline: y - font.size * 0.3, font: font))
        }
    }

    /// The sections that share a panel: one for each classifier.
    private static func panels(of sections: [ReportSection]) -> [[ReportSection]] {
        var panels: [[ReportSection]] = []
        for section in sections {
            let index = panels.firstIndex {
                $0[0].grouping == section.grouping && $0[0].cohort == section.cohort
            }
            if let index { panels[index].append(section) } else { panels.append([section]) }
        }
        return panels
    }

    private mutating func add(_ sections: [ReportSection], _ metric: GroupMetric, _ y: inout Double) {
        let pitch = Double(sections.count) * 13 + 11
        var lines: [Line] = []
        y += 30
        let axis = metric.rawValue.replacing("_", with: " ")
        let name = "\(axis) by \(sections[0].grouping.name), \(sections[0].cohort)"
        lines.append(Line(text: name, x: margin, baseline: y, font: Font(size: 15, isBold: true)))
        for section in sections {
            guard let words = Self.gap(section, metric) else { continue }
            for line in rule.lines("\(section.classifier): \(words)", small, width: width - 2 * margin) {
                y += 17
                lines.append(Line(text: line, x: margin, baseline: y, font: small))
            }
        }
        let top = y + 10
        var panel = Panel(top: top, bottom: top + pitch * Double(sections[0].rows.count), lines: lines)
        for (row, group) in sections[0].rows.enumerated() {
            let middle = top + (Double(row) + 0.5) * pitch
            panel.lines.append(
                Line(
                    text: group.levels.joined(separator: " "), x: left - 12, baseline: middle + 5,
                    font: label,
                    anchor: .end))
            for (index, section) in sections.enumerated() {
                let shift = (Double(index) - Double(sections.count - 1) / 2) * 13
                panel.dots.append(dot(section, row, metric, y: middle + shift))
            }
        }
        panel.bands = sections.compactMap { band($0, metric, top: top, bottom: panel.bottom) }
        panels.append(panel)
        y = panel.bottom + 26
    }

    private func dot(_ section: ReportSection, _ row: Int, _ metric: GroupMetric, y: Double) -> Dot {
        let number = Self.numbers(section, metric)[row]
        return Dot(y: y, value: number.value.value, interval: number.interval, colour: colour(of: section))
    }

    /// As wide as the gap that chance gives, around the value of everybody.
    private func band(_ section: ReportSection, _ metric: GroupMetric, top: Double, bottom: Double)
        -> Band?
    {
        guard let index = section.columns.firstIndex(of: metric),
            let middle = section.overall.numbers[index].value.value,
            let expected = Self.comparison(section, metric)?.number.expectedUnderNull,
            let first = ticks.first, let last = ticks.last
        else { return nil }
        let (low, high) = (x(of: max(first, middle - expected / 2)), x(of: min(last, middle + expected / 2)))
        let rectangle = Rectangle(x: low, y: top, width: high - low, height: bottom - top)
        return Band(rectangle: rectangle, colour: colour(of: section))
    }

    private func colour(of section: ReportSection) -> Colour {
        Colour.series[(classifiers.firstIndex(of: section.classifier) ?? 0) % Colour.series.count]
    }

    private static func numbers(_ section: ReportSection, _ metric: GroupMetric) -> [ReportNumber] {
        guard let index = section.columns.firstIndex(of: metric) else { return [] }
        return section.rows.map { $0.numbers[index] }
    }

    private static func intervals(_ sections: [ReportSection], _ metric: GroupMetric) -> String {
        guard let interval = sections.flatMap({ numbers($0, metric) }).compactMap(\.interval).first else {
            return "no intervals"
        }
        return "\(Decimals.text(interval.level * 100, places: 0)) % intervals (\(interval.method))"
    }

    private static func comparison(_ section: ReportSection, _ metric: GroupMetric) -> ReportComparison? {
        section.comparisons.first { comparison in
            if case .gap(let gap) = comparison.request {
                gap.isDifference && gap.quantities == [metric]
            } else {
                false
            }
        }
    }

    private static func gap(_ section: ReportSection, _ metric: GroupMetric) -> String? {
        guard let comparison = comparison(section, metric), let value = comparison.number.value.value else {
            return nil
        }
        let chance = ComparisonWords(number: comparison.number).chance.map { ", " + $0 } ?? ""
        return "\(comparison.title) \(Decimals.text(value))\(chance)"
    }
}
