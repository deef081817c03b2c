import Statistics

/// Lays out `compare`: two values side by side, their difference, its interval and test.
struct DifferenceTable {
    /// The report.
    let report: Report

    /// The comparison as a part of a page: a table for each pair of sides.
    var part: ReportDocument.Part {
        let pairs = report.differences.map { [$0.first, $0.second] }.map(names)
        var blocks: [ReportDocument.Block] = []
        var seen: Set<String> = []
        for pair in pairs.map({ $0.joined(separator: " less ") }) where seen.insert(pair).inserted {
            let rows = zip(report.differences, pairs).filter { $0.1.joined(separator: " less ") == pair }
                .map(\.0)
            blocks.append(.table(table(of: rows), caption: "\(pair)\(family)"))
        }
        for method in methods { blocks.append(.finding(method, detail: nil)) }
        return ReportDocument.Part(heading: "comparison", blocks: blocks)
    }

    /// How the sides were compared, each way once.
    private var methods: [String] {
        var methods: [String] = []
        for row in report.differences where !methods.contains(row.method) { methods.append(row.method) }
        return methods
    }

    private var family: String {
        guard let size = report.differences.lazy.compactMap(\.number.test?.familySize).first, size > 1 else {
            return ""
        }
        guard let correction = report.correction else { return ", p not corrected for \(size) tests" }
        return ", p corrected (\(correction.words)) for \(size) tests"
    }

    /// Names of sides, with the cohort where it tells them apart.
    private func names(_ sides: [ReportDifference.Side]) -> [String] {
        let needsCohort = Set(sides.map(\.cohort)).count > 1
        return sides.map { needsCohort ? "\($0.classifier) on \($0.cohort)" : $0.classifier }
    }

    private func table(of rows: [ReportDifference]) -> TextTable {
        func column(
            _ title: String, isRight: Bool = true, _ cell: (ReportDifference) -> String
        ) -> TextTable.Column {
            TextTable.Column(title: title, cells: rows.map(cell), isRightAligned: isRight)
        }
        let sides = rows.first.map { names([$0.first, $0.second]) } ?? ["first", "second"]
        func value(_ quantity: Quantity) -> String { quantity.value.map { Decimals.text($0) } ?? "n/a" }
        return TextTable(
            keys: TextTable.Bundle(columns: [
                column("metric", isRight: false) { $0.title },
                column("group", isRight: false) { row in
                    row.number.group?.replacing("|", with: " ") ?? row.number.grouping.map { "by \($0)" }
                        ?? "all"
                },
            ]),
            bundles: [
                TextTable.Bundle(columns: [
                    column(sides[0]) { value($0.first.value) }, column(sides[1]) { value($0.second.value) },
                ]),
                TextTable.Bundle(columns: [
                    column("difference") { $0.number.value.value.map { Decimals.signed($0) } ?? "n/a" },
                    column("\(Intervals.percent(report.level)) interval", isRight: false) {
                        Intervals.text($0.number, isSigned: true)
                    },
                    column("p") { row in
                        (row.number.test?.adjustedP ?? row.number.test?.p).map { Decimals.pValue($0) }
                            ?? "n/a"
                    },
                ]),
            ])
    }
}
