import Statistics

/// Writes the remarks that keep numbers from being misread.
struct ReportNotes {
    /// The metrics of the statement.
    let metrics: [MetricRequest]
    /// The level of the intervals.
    let level: Double

    /// Remarks on the whole report.
    func ofReport(
        _ subjects: [ReportSubject], _ provenance: ReportProvenance, _ options: ReportOptions
    ) -> [ReportNote] {
        let given = provenance.generators.isEmpty ? "these cases" : "this generator"
        var notes = [
            ReportNote(
                code: .samplingOnly, text: "sampling uncertainty given \(given); not a population estimate")
        ]
        let coinciding: Set<MetricRequest> = [.gap(.dp), .gap(.demographicParity), .gap(.equalOpportunity)]
        let onePositive = subjects.contains { subject in
            subject.records.labels.contains(1) && !subject.records.labels.contains(0)
        }
        if onePositive, metrics.contains(where: coinciding.contains) {
            notes.append(
                ReportNote(
                    code: .coincide,
                    text: "every case is positive, so accuracy, recall and selection rate are one, and dp, "
                        + "demographic_parity and equal_opportunity coincide"))
        }
        notes += weighted(subjects) + clusters(subjects)
        if let threshold = options.threshold {
            notes += thresholds(threshold, subjects)
        } else {
            notes += subjects.compactMap(calibrated)
        }
        for remark in subjects.flatMap(\.remarks) where !notes.contains(remark) { notes.append(remark) }
        return notes
    }

    /// Which threshold came out of a rule, or was set, and what that does to the rates at it.
    private func thresholds(_ threshold: DecisionThreshold, _ subjects: [ReportSubject]) -> [ReportNote] {
        guard let rule = Self.words(threshold) else {
            let score = threshold.score ?? 0
            return [
                ReportNote(
                    code: .threshold,
                    text:
                        "threshold \(score) was set by the report, not by the audit; chosen on these same "
                        + "cases it would flatter (apparent)")
            ]
        }
        return subjects.compactMap { subject in
            guard let score = subject.records.threshold else { return nil }
            let cases = subject.records.count - subject.records.excludedMissingOutcome
            return ReportNote(
                code: .threshold,
                text:
                    "\(subject.classifier) on \(subject.cohort): threshold \(score) (\(rule)) was chosen on "
                    + "these same \(Decimals.thousands(cases)) cases, all groups together; rates at it are "
                    + "apparent, and on other cases they will be worse")
        }
    }

    /// What was taken as one unit, each remark once.
    private func clusters(_ subjects: [ReportSubject]) -> [ReportNote] {
        subjects.compactMap(Self.clusters).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// Which threshold a rule chose on other data.
    private func calibrated(_ subject: ReportSubject) -> ReportNote? {
        guard let found = subject.calibration, let rule = Self.words(found.rule) else { return nil }
        return ReportNote(
            code: .threshold,
            text:
                "\(subject.classifier) on \(subject.cohort): threshold \(found.threshold) (\(rule)) was chosen on "
                + "the \(Decimals.thousands(found.cases)) cases of \(found.name), not on these")
    }

    /// A rule in words; nil for a number.
    private static func words(_ threshold: DecisionThreshold) -> String? {
        switch threshold {
        case .score: nil
        case .youden: "the largest TPR - FPR"
        case .recall(let share): "the highest with a recall of at least \(Intervals.percent(share))"
        }
    }

    /// Says why nothing stands beside weighted estimates.
    private func weighted(_ subjects: [ReportSubject]) -> [ReportNote] {
        let cohorts = subjects.filter { $0.records.weights != nil }.map(\.cohort)
        guard !cohorts.isEmpty else { return [] }
        let names = cohorts.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        return [
            ReportNote(
                code: .weighted,
                text:
                    "the rows of \(names.joined(separator: ", ")) are weighted: estimates have neither intervals "
                    + "nor tests, for these count rows that are all alike; nothing here tells a gap from chance"
            )
        ]
    }

    /// Remarks on one classifier under one grouping.
    func ofSection(
        _ section: SectionBuilder, rows: [ReportRow], comparisons: [ReportComparison],
        shrinkage: [ReportShrinkage]
    ) -> [ReportNote] {
        let undefined = undefinedGroups(comparisons)
        return [uniformlyPoor(section), smallGroups(rows, comparisons)].compactMap { $0 } + undefined
            + [
                fewRows(rows, comparisons, section.options), shrunken(shrinkage),
                excludedLevels(section), excludedRows(section.subject, section.records),
            ].compactMap { $0 }
    }

    private func uniformlyPoor(_ section: SectionBuilder) -> ReportNote? {
        guard metrics.flatMap(\.quantities).contains(.accuracy), section.groups.count > 1 else { return nil }
        if section.isWeighted {
            let floor = WeightedFloor(section.groups.map(\.sample), everybody: section.records.everybody)
            return floor.isUniformlyPoor ? poor(best: floor.best ?? 0, noSkill: floor.level) : nil
        }
        let counts = section.groups.map(\.sample.counts)
        let noSkill = NoSkill(
            section.groups.map(\.sample), interval: section.options.interval, level: section.options.level)
        guard noSkill.isUniformlyPoor else { return nil }
        let best = counts.compactMap { Proportion($0.correct, of: $0.total).rate }.max() ?? 0
        return poor(best: best, noSkill: noSkill.level)
    }

    private func poor(best: Double, noSkill: Double) -> ReportNote {
        ReportNote(
            code: .uniformlyPoor,
            text: "uniformly poor: the best group's accuracy is \(Decimals.text(best)), and "
                + "\(Decimals.text(noSkill)) needs no skill; a small gap here is not fairness")
    }

    /// Says when a gap is within what chance gives, how much that is, and how many rows would do.
    private func smallGroups(_ rows: [ReportRow], _ comparisons: [ReportComparison]) -> ReportNote? {
        let sizes = rows.map(\.counts.total).filter { $0 > 0 }
        guard let smallest = sizes.min(),
            let gap = comparisons.first(where: {
                $0.isRequested && $0.isDifference && $0.number.expectedUnderNull != nil
            }),
            let value = gap.number.value.value, let expected = gap.number.expectedUnderNull,
            let quantile = gap.number.nullQuantile95, value <= quantile + 1e-9, expected > 0.03
        else { return nil }
        let harmonic = Double(sizes.count) / sizes.reduce(0) { $0 + 1 / Double($1) }
        let needed = harmonic * (expected / 0.03) * (expected / 0.03)
        return ReportNote(
            code: .smallGroups,
            text: "n from \(smallest) a group cannot tell this gap from none (\(sizes.count) equal groups of "
                + "these sizes differ by \(Decimals.text(expected)) on average); about "
                + "\(Decimals.rounded(needed)) a group brings that to 0.03")
    }

    /// Which groups each comparison skipped, those that skipped the same told together.
    private func undefinedGroups(_ comparisons: [ReportComparison]) -> [ReportNote] {
        var told: [(groups: [String], metrics: [ReportComparison])] = []
        for comparison in comparisons where !comparison.groupsUndefined.isEmpty {
            if let place = told.firstIndex(where: { $0.groups == comparison.groupsUndefined }) {
                told[place].metrics.append(comparison)
            } else {
                told.append((comparison.groupsUndefined, [comparison]))
            }
        }
        return told.map { groups, metrics in
            let total = groups.count + (metrics.first?.groupsUsed ?? 0)
            let names = metrics.map { $0.request.name }.joined(separator: ", ")
            let (verb, part) = groups.count == 1 ? ("has", "takes") : ("have", "take")
            return ReportNote(
                code: .undefinedGroups,
                text: "\(groups.count) of \(total) groups \(verb) no value and \(part) no part in \(names): "
                    + GroupNames(keys: groups).listed(atMost: 12))
        }
    }

    private func fewRows(
        _ rows: [ReportRow], _ comparisons: [ReportComparison], _ options: ReportOptions
    ) -> ReportNote? {
        let small = rows.filter { $0.isSmall && $0.counts.total > 0 }
        guard !small.isEmpty else { return nil }
        var text =
            "\(small.count) of \(rows.count) groups have fewer than \(options.minimumCount) rows of a kind that a number is made of; "
            + "they are marked with *"
        if comparisons.contains(where: { !$0.groupsLeftOut.isEmpty }) {
            text += " and take no part in claims about the worst group"
        }
        return ReportNote(code: .fewRows, text: text)
    }

    /// Says what a shrunken rate is, and what the gap between them is.
    private func shrunken(_ shrinkage: [ReportShrinkage]) -> ReportNote? {
        guard !shrinkage.isEmpty else { return nil }
        let gaps = shrinkage.map { shrunken in
            let name = shrunken.metric == .accuracy ? "dp" : "max-min \(shrunken.metric.words)"
            let gap = shrunken.gap.value.map { Decimals.text($0) } ?? "n/a"
            let kind = shrunken.method == .moments ? "" : " (\(shrunken.method.rawValue))"
            return "\(name) shrunk\(kind) \(gap)"
                + (shrunken.precision == nil ? " (no more spread than chance gives)" : "")
        }
        let isAdditive = shrinkage.contains { $0.method == .additive }
        let mean = isAdditive ? "what its attributes add up to (logistic main effects)" : "the mean of all"
        let empty = shrinkage.map(\.withoutData).max { $0.count < $1.count } ?? []
        let missing =
            empty.isEmpty
            ? "" : "; no data, so the prior's mean alone: \(GroupNames(keys: empty).listed(atMost: 12))"
        return ReportNote(
            code: .shrunken,
            text:
                "shrunken: each cell drawn toward \(mean) as far as its own noise asks for (empirical Bayes; "
                + "intervals are conditional on the prior): " + gaps.joined(separator: ", ") + missing)
    }

    private func excludedLevels(_ section: SectionBuilder) -> ReportNote? {
        let left = section.records.groups.filter {
            !Set($0.levels).isDisjoint(with: section.options.excludedLevels)
        }
        guard !left.isEmpty else { return nil }
        let rows = left.reduce(0) { $0 + $1.sample.counts.total }
        return ReportNote(
            code: .excludedLevels,
            text: "left out on request: \(GroupNames(keys: left.map(\.key)).listed(atMost: 12)) "
                + "(\(Decimals.thousands(rows)) rows)")
    }

    private func excludedRows(_ subject: ReportSubject, _ records: GroupedRecords) -> ReportNote? {
        let outcome = subject.records.excludedMissingOutcome
        let attribute = records.excludedMissingAttribute
        guard outcome + attribute > 0 else { return nil }
        return ReportNote(
            code: .excludedRows,
            text: "left out: \(outcome) rows without an outcome, \(attribute) without "
                + (records.grouping.attributes.isEmpty ? "an attribute" : records.grouping.name))
    }
}
