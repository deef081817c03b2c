import Statistics

/// Puts one classifier under one grouping into words and tables.
struct SectionDocument {
    /// The section.
    let section: ReportSection
    /// The report that it belongs to.
    let report: Report

    /// The pairs beyond which only those with the smallest p-values are shown on a page; files hold all.
    private static let shownPairs = 15

    /// The section as a part of a page.
    var part: ReportDocument.Part {
        let by = section.grouping.attributes.isEmpty ? "" : " by \(section.grouping.name)"
        var blocks: [ReportDocument.Block] = [
            .table(SectionTable(section: section, level: report.level).table, caption: nil)
        ]
        blocks += section.comparisons.map(finding) + associations
        if !section.references.isEmpty {
            blocks.append(.table(table(of: section.references), caption: referenceCaption))
        }
        if !section.pairs.isEmpty { blocks.append(.table(table(of: shownPairs), caption: pairCaption)) }
        blocks += section.notes.map { .note($0.code, $0.text) }
        return ReportDocument.Part(
            heading: "\(section.classifier) on \(section.cohort)\(by)", blocks: blocks)
    }

    /// The gap, its groups, then what chance gives: never the gap alone.
    private func finding(_ comparison: ReportComparison) -> ReportDocument.Block {
        let number = comparison.number
        guard let value = number.value.value else {
            return .finding("\(comparison.title) n/a (\(number.value.reason?.message ?? ""))", detail: nil)
        }
        var line = "\(comparison.title) \(Decimals.text(value))"
        if !comparison.highest.isEmpty {
            let highest = GroupNames(keys: comparison.highest).listed(atMost: 4)
            line += ": highest \(highest), lowest \(GroupNames(keys: comparison.lowest).listed(atMost: 4))"
        }
        if !comparison.groupsLeftOut.isEmpty {
            line += "; too small to count: \(GroupNames(keys: comparison.groupsLeftOut).listed(atMost: 4))"
        }
        let words = ComparisonWords(number: number)
        let details = [words.chance, words.bounds, words.missing].compactMap(\.self)
        return .finding(line, detail: details.isEmpty ? nil : details.joined(separator: "; "))
    }

    /// The tests of all groups at once: trends, and equal rates of quantities whose gap was not tested already.
    private var associations: [ReportDocument.Block] {
        let tested = section.comparisons.filter { $0.number.test != nil }.flatMap(\.request.quantities)
        return section.associations.filter { !tested.contains($0.metric) || $0.degrees == nil }.map {
            association in
            let degrees = association.degrees.map { " on \($0) degrees of freedom" } ?? ""
            let rough = association.isRough ? " (rough: cells with fewer than 5 expected)" : ""
            return .finding(
                "\(association.metric.words), \(association.test.name): \(association.test.method) "
                    + "\(Decimals.text(association.test.statistic, places: 2))\(degrees), "
                    + "p \(Decimals.pValue(association.test.p))\(rough)",
                detail: nil)
        }
    }

    // MARK: Pairs

    private var shownPairs: [ReportPair] {
        guard section.pairs.count > Self.shownPairs else { return section.pairs }
        let order = section.pairs.indices.sorted {
            (section.pairs[$0].number.test?.p ?? 2, $0) < (section.pairs[$1].number.test?.p ?? 2, $1)
        }
        return order.prefix(Self.shownPairs).map { section.pairs[$0] }
    }

    private var referenceCaption: String {
        "each group less \(section.references.first?.second.replacing("|", with: " ") ?? "")\(family(section.references))"
    }

    private var pairCaption: String {
        let shown =
            section.pairs.count > Self.shownPairs
            ? "the \(Self.shownPairs) pairs with the smallest p of \(section.pairs.count)"
            : "all pairs of groups"
        return shown + family(section.pairs)
    }

    /// `, p corrected (Holm) for 56 tests`.
    private func family(_ pairs: [ReportPair]) -> String {
        guard let size = pairs.lazy.compactMap(\.number.test?.familySize).first else { return "" }
        guard let correction = report.correction else { return ", p not corrected for \(size) tests" }
        return ", p corrected (\(correction.words)) for \(size) tests"
    }

    private func table(of pairs: [ReportPair]) -> TextTable {
        func column(_ title: String, isRight: Bool = true, _ cell: (ReportPair) -> String) -> TextTable.Column
        {
            TextTable.Column(title: title, cells: pairs.map(cell), isRightAligned: isRight)
        }
        var columns = [
            column("difference") { $0.number.value.value.map { Decimals.signed($0) } ?? "n/a" }
        ]
        if pairs.contains(where: { $0.number.interval != nil }) {
            columns.append(
                column("interval (\(Intervals.methods(pairs.map(\.number))))", isRight: false) { pair in
                    Intervals.text(pair.number, isSigned: true)
                })
        }
        if pairs.contains(where: { $0.number.test != nil }) {
            columns.append(column("p") { Self.pValue($0.number.test?.adjustedP ?? $0.number.test?.p) })
        }
        return TextTable(
            keys: TextTable.Bundle(columns: [
                column("quantity", isRight: false) { $0.metric.words },
                column("group", isRight: false) { $0.first.replacing("|", with: " ") },
                column("less", isRight: false) { $0.second.replacing("|", with: " ") },
            ]),
            bundles: [TextTable.Bundle(columns: columns)])
    }

    private static func pValue(_ p: Double?) -> String { p.map { Decimals.pValue($0) } ?? "n/a" }
}

extension TestCorrection {
    /// The correction's name as people write it.
    var words: String {
        switch self {
        case .holm: "Holm"
        case .benjaminiHochberg: "Benjamini-Hochberg"
        case .bonferroni: "Bonferroni"
        case .benjaminiYekutieli: "Benjamini-Yekutieli"
        }
    }
}
