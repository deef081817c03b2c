import Statistics

/// Lays out one section: a row for each group and one for everybody.
struct SectionTable {
    /// The section.
    let section: ReportSection
    /// The level of the intervals.
    let level: Double

    /// The table.
    var table: TextTable {
        TextTable(keys: keys, bundles: section.columns.indices.flatMap(bundles))
    }

    private var rows: [ReportRow] { section.rows + [section.overall] }

    /// One column for each attribute, then the number of rows; small groups are marked.
    private var keys: TextTable.Bundle {
        var columns = section.grouping.attributes.enumerated().map { index, attribute in
            let levels = section.rows.map { $0.levels[index] }
            return TextTable.Column(
                title: attribute, cells: levels + [index == 0 ? "all" : ""], isRightAligned: false)
        }
        if columns.isEmpty {
            columns = [TextTable.Column(title: "group", cells: ["all"], isRightAligned: false)]
        }
        let hasSmall = rows.contains(where: \.isSmall)
        let sizes = rows.map { row in
            Decimals.thousands(row.counts.total) + (row.isSmall ? "*" : hasSmall ? " " : "")
        }
        columns.append(TextTable.Column(title: hasSmall ? "n " : "n", cells: sizes))
        columns += weights.map { [$0] } ?? []
        return TextTable.Bundle(columns: columns)
    }

    /// The sum of each group's weights, where rows are weighted.
    private var weights: TextTable.Column? {
        let sums = rows.map { $0.numbers.first?.weight }
        guard sums.contains(where: { $0 != nil }) else { return nil }
        return TextTable.Column(
            title: "weight", cells: sums.map { $0.map { Decimals.text($0, places: 1) } ?? "" })
    }

    /// A quantity with its interval, and beside it the shrunken rate of a crossing's cells.
    private func bundles(_ index: Int) -> [TextTable.Bundle] {
        let metric = section.columns[index]
        let raw = bundle(title(metric), rows.map { $0.numbers[index] })
        guard let shrunken = section.shrinkage.first(where: { $0.metric == metric }) else { return [raw] }
        var everybody = section.overall.numbers[index]
        if shrunken.precision == nil { everybody.interval = nil }
        return [raw, bundle("shrunken", shrunken.numbers + [everybody])]
    }

    private func title(_ metric: GroupMetric) -> String {
        metric == .calibrationInTheLarge ? metric.words : metric.rawValue.replacing("_", with: " ")
    }

    /// Values, and their intervals where they have any.
    private func bundle(_ title: String, _ numbers: [ReportNumber]) -> TextTable.Bundle {
        let values = TextTable.Column(
            title: title, cells: numbers.map { $0.value.value.map { Decimals.text($0) } ?? "n/a" })
        guard numbers.contains(where: { $0.interval != nil }) else {
            return TextTable.Bundle(columns: [values])
        }
        let methods = numbers.compactMap(\.interval).first.map { $0.method.replacing("_", with: "-") } ?? ""
        let intervals = TextTable.Column(
            title: "\(Intervals.percent(level)) interval (\(methods))",
            cells: numbers.map { Intervals.text($0) }, isRightAligned: false)
        return TextTable.Bundle(columns: [values, intervals])
    }
}
