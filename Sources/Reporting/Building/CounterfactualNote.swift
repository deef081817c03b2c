import Statistics

/// What becomes of a classifier's calls when it is told another value of one attribute, all else being as recorded
/// (counterfactual fairness: Kusner et al. 2017; of changed words: Garg et al. 2019).
///
/// `flips`: rows whose call is not the same for all values, with Wilson's interval; `shift`: the mean over rows of the
/// largest minus the least probability. Of two values also in which direction, with McNemar's exact test.
package struct CounterfactualNote {
    /// One value that the classifier was told of every row.
    package struct Telling {
        /// The value as reports write it.
        let value: String
        /// Whether each row was called positive.
        let decisions: [Bool]
        /// P(positive) of each row.
        let scores: [Double]

        package init(value: String, decisions: [Bool], scores: [Double]) {
            (self.value, self.decisions, self.scores) = (value, decisions, scores)
        }
    }

    private let attribute: String
    private let tellings: [Telling]
    private let recorded: [String]
    private let level: Double

    /// - Parameters:
    ///   - attribute: what was varied.
    ///   - tellings: at least two, over the same rows.
    ///   - recorded: for each row the value that is recorded of it.
    package init(_ attribute: String, _ tellings: [Telling], recorded: [String], level: Double = 0.95) {
        self.attribute = attribute
        self.tellings = tellings
        self.recorded = recorded
        self.level = level
    }

    /// For each row whether the call is not the same for all values; nil with fewer than two values.
    package var flips: [Bool]? {
        tellings.count > 1 ? recorded.indices.map(flips(row:)) : nil
    }

    private func flips(row: Int) -> Bool {
        Set(tellings.map { $0.decisions[row] }).count > 1
    }

    /// The remark; nil without rows or with fewer than two values.
    package func note(of classifier: String) -> ReportNote? {
        guard tellings.count > 1, !recorded.isEmpty else { return nil }
        let rows = Array(recorded.indices)
        let values = tellings.map(\.value).joined(separator: " or ")
        let groups = recorded.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }.sorted()
        let parts = groups.map { group in
            "recorded \(group): \(measured(rows.filter { recorded[$0] == group }))"
        }
        return ReportNote(
            code: .counterfactual,
            text:
                "\(classifier) told \(attribute) \(values), all else as recorded: "
                + ([measured(rows) + direction(rows)] + parts).joined(separator: "; "))
    }

    /// `5 of 72 decisions flip (0.069, 95 % 0.030 - 0.152 wilson), P(positive) shifts by 0.031`
    private func measured(_ rows: [Int]) -> String {
        let flips = rows.count(where: flips(row:))
        let shifts = rows.map { row in
            let scores = tellings.map { $0.scores[row] }
            return (scores.max() ?? 0) - (scores.min() ?? 0)
        }
        var text = "\(Decimals.thousands(flips)) of \(Decimals.thousands(rows.count)) decisions flip"
        let proportion = Proportion(flips, of: rows.count)
        if let rate = proportion.rate, let interval = ProportionInterval.wilson(proportion, level: level) {
            text +=
                " (\(Decimals.text(rate)), \(Decimals.text(100 * level, places: 0)) % "
                + "\(Decimals.text(interval.low)) - \(Decimals.text(interval.high)) \(interval.method))"
        }
        return text
            + ", P(positive) shifts by \(Decimals.text(shifts.reduce(0, +) / Double(max(rows.count, 1))))"
    }

    /// Which of two values the calls and the probabilities lean to; empty where there are more.
    private func direction(_ rows: [Int]) -> String {
        guard tellings.count == 2 else { return "" }
        let (one, two) = (tellings[0], tellings[1])
        let counts = McNemar(
            both: rows.count { one.decisions[$0] && two.decisions[$0] },
            onlyFirst: rows.count { one.decisions[$0] && !two.decisions[$0] },
            onlySecond: rows.count { !one.decisions[$0] && two.decisions[$0] },
            neither: rows.count { !one.decisions[$0] && !two.decisions[$0] })
        let lean = rows.map { one.scores[$0] - two.scores[$0] }.reduce(0, +) / Double(max(rows.count, 1))
        let p = counts.test.map { ", McNemar's exact p \(Decimals.pValue($0.p))" } ?? ""
        return
            " (positive only as \(one.value) \(Decimals.thousands(counts.onlyFirst)), only as \(two.value) "
            + "\(Decimals.thousands(counts.onlySecond))\(p); mean as \(one.value) minus as \(two.value) "
            + "\(Decimals.signed(lean)))"
    }
}
