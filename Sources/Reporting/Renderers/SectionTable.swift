import Statistics

/// Lays out one section: a row for each group and one for everybody.
struct SectionTable {
    /// The section.
    let section: ReportSection
    /// The level of the intervals.
    let level: Double

    /// The table.
    var table: TextTable {
        TextTable(keys: keys, bundles: section.columns.indices.map(bundle))
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
        return TextTable.Bundle(columns: columns)
    }

    /// A quantity, and its interval where it has one.
    private func bundle(_ index: Int) -> TextTable.Bundle {
        let metric = section.columns[index]
        let numbers = rows.map { $0.numbers[index] }
        let values = TextTable.Column(
            title: metric.rawValue.replacing("_", with: " "),
            cells: numbers.map { $0.value.value.map { Decimals.text($0) } ?? "n/a" })
        guard let method = numbers.compactMap(\.interval).first?.method else {
            return TextTable.Bundle(columns: [values])
        }
        let percent = Decimals.text(level * 100, places: (level * 100).rounded() == level * 100 ? 0 : 1)
        let intervals = TextTable.Column(
            title: "\(percent) % interval (\(method.replacing("_", with: "-")))",
            cells: numbers.map(interval),
            isRightAligned: false)
        return TextTable.Bundle(columns: [values, intervals])
    }

    private func interval(_ number: ReportNumber) -> String {
        guard let interval = number.interval else { return number.value.reason?.message ?? "" }
        return "\(Decimals.text(interval.low)) - \(Decimals.text(interval.high))"
    }
}
