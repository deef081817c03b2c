import Statistics

/// What a report found, in plain words: no result is told without what chance alone would give.
struct ReportFindings {
    /// One sentence or two on one result.
    struct Finding: Sendable, Hashable {
        /// Whether it is good news, bad news, open, or neither.
        let mark: Mark
        /// The words.
        let text: String
    }

    /// How a finding is to be taken.
    enum Mark: String, Sendable {
        case good, bad, wait, plain
    }

    /// The findings, the gates first.
    let findings: [Finding]

    /// The findings of a report and its gates.
    init(_ report: Report, gates: [GateRecord]) {
        let level = 1 - report.level
        findings =
            Self.gates(gates)
            + report.subjects.flatMap { Self.overall($0, report) + Self.poor($0, report) }
            + report.sections.flatMap { section in
                section.comparisons.filter(\.isRequested).compactMap {
                    Self.gap($0, section, report, level)
                }
            } + Self.differences(report, level)
    }

    private static func gates(_ gates: [GateRecord]) -> [Finding] {
        guard !gates.isEmpty else { return [] }
        let failed = gates.count { $0.verdict == .fail }
        let open = gates.count { $0.verdict == .inconclusive || $0.verdict == .undefined }
        let held = gates.count - failed - open
        var text = "\(held) of \(gates.count) \(gates.count == 1 ? "gate holds" : "gates hold")"
        if failed > 0 { text += "; \(failed) \(failed == 1 ? "fails" : "fail")" }
        if open > 0 { text += "; \(open) cannot be decided" }
        return [Finding(mark: failed > 0 ? .bad : open > 0 ? .wait : .good, text: text + ".")]
    }

    /// The values of everybody, once for each classifier and cohort.
    private static func overall(_ section: ReportSection, _ report: Report) -> [Finding] {
        let told = section.overall.numbers.prefix(4).map { number -> String in
            let name = GroupMetric(rawValue: number.metric)?.words ?? number.metric
            guard let value = number.value.value else {
                return "\(name) has no value (\(number.value.reason?.message ?? ""))"
            }
            let interval = number.interval.map {
                " (\(Intervals.percent($0.level)) interval \(Decimals.text($0.low)) to \(Decimals.text($0.high)))"
            }
            return "\(name) \(Decimals.text(value))" + (interval ?? "")
        }
        guard !told.isEmpty else { return [] }
        let cases = Decimals.thousands(section.overall.counts.total)
        let text =
            "\(section.classifier) on \(section.cohort), \(cases) cases: " + told.joined(separator: "; ")
            + "."
        return [Finding(mark: .plain, text: text)]
    }

    /// Told once for a classifier on a cohort, with all groupings in which no group reaches what needs no skill.
    private static func poor(_ subject: ReportSection, _ report: Report) -> [Finding] {
        let sections = report.sections.filter { section in
            section.classifier == subject.classifier && section.cohort == subject.cohort
                && section.notes.contains { $0.code == .uniformlyPoor }
        }
        guard let first = sections.first?.notes.first(where: { $0.code == .uniformlyPoor }) else { return [] }
        let lead =
            "\(subject.classifier) by \(sections.map(\.grouping.name).joined(separator: ", ")): "
        guard sections.count > 1 else { return [Finding(mark: .bad, text: lead + first.text + ".")] }
        let best = sections.flatMap { $0.numbers(of: .accuracy) }.compactMap(\.value.value).max() ?? 0
        let text =
            "uniformly poor: no group's accuracy is above \(Decimals.text(best)), less than what needs no skill; "
            + "small gaps here are not fairness."
        return [Finding(mark: .bad, text: lead + text)]
    }

    /// A gap with the groups it lies between, and whether chance alone would give as much.
    private static func gap(
        _ comparison: ReportComparison, _ section: ReportSection, _ report: Report, _ level: Double
    ) -> Finding? {
        guard case .gap = comparison.request else { return nil }
        let lead = "\(section.classifier) by \(section.grouping.name): \(comparison.title)"
        guard let value = comparison.number.value.value else {
            let reason = comparison.number.value.reason?.message ?? "no value"
            return Finding(mark: .wait, text: "\(lead) has no value: \(reason).")
        }
        let highest = GroupNames(keys: comparison.highest).listed(atMost: 3)
        let lowest = GroupNames(keys: comparison.lowest).listed(atMost: 3)
        var text = "\(lead) is \(Decimals.text(value)), highest for \(highest) and lowest for \(lowest)."
        guard let test = comparison.number.test, let expected = comparison.number.expectedUnderNull else {
            let isWeighted = comparison.number.testReason == .weighted
            if isWeighted { text += " The rows are weighted, so nothing tells it from chance." }
            return Finding(mark: isWeighted ? .wait : .plain, text: text)
        }
        let p = test.adjustedP ?? test.p
        text += " Equal groups of these sizes would differ by \(Decimals.text(expected)) on average: "
        text +=
            p < level
            ? "chance alone hardly gives this much (p \(Decimals.pValue(p)))."
            : "chance alone can give this much (p \(Decimals.pValue(p))), which does not show that the groups are equal."
        return Finding(mark: p < level ? .bad : .wait, text: text)
    }

    private static func differences(_ report: Report, _ level: Double) -> [Finding] {
        report.differences.compactMap { row in
            guard let value = row.number.value.value else { return nil }
            let group = row.number.group.map { " for \($0.replacing("|", with: " "))" } ?? ""
            let by = row.number.group == nil ? row.number.grouping.map { " by \($0)" } ?? "" : ""
            let second =
                row.first.classifier == row.second.classifier
                ? "on \(row.second.cohort)" : row.second.classifier
            var text =
                "\(row.title)\(by)\(group): \(row.first.classifier) \(Decimals.signed(value)) against \(second)"
            guard let test = row.number.test else { return Finding(mark: .plain, text: text + ".") }
            let p = test.adjustedP ?? test.p
            text += p < level ? ", more than chance alone gives" : ", within what chance alone can give"
            return Finding(mark: p < level ? .plain : .wait, text: text + " (p \(Decimals.pValue(p))).")
        }
    }
}

extension Report {
    /// The first section of each classifier on each cohort.
    fileprivate var subjects: [ReportSection] {
        sections.reduce(into: []) { kept, section in
            let isKnown = kept.contains { $0.classifier == section.classifier && $0.cohort == section.cohort }
            if !isKnown { kept.append(section) }
        }
    }
}
