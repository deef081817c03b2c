import Statistics

/// Coverage of DeLong's intervals.
enum AreaStudy {
    private static let designs = [20, 100, 1_000].flatMap { n in [0.02, 0.2, 0.5].map { (n, $0) } }

    /// The section of the page.
    static func section() throws -> String {
        var table = MarkdownTable([
            "n, prevalence", "one area", "one area, logit", "two groups", "same images",
            "undefined or degenerate",
        ])
        for (n, p) in designs {
            let positives = Int(Double(n) * p)
            guard positives > 1 else {
                table.add(["n = \(n), \(p)", "n/a", "n/a", "n/a", "n/a", "100.0"])
                continue
            }
            var source = RandomSource(seed: UInt64(n) &* 77 &+ UInt64(positives))
            var (one, logit, two, paired) = (Coverage(), Coverage(), Coverage(), Coverage())
            var onLogit = IntervalOptions()
            onLogit.area = .logit
            for _ in 0..<(n > 500 ? 1_000 : 4_000) {
                let first = DrawnScores(n, positives: positives, &source)
                let second = try DrawnScores(n, positives: positives, &source).sample()
                let sample = try first.sample()
                let interval = GroupInterval.of(.auroc, in: sample).interval
                one.add(defined(interval), truth: DrawnScores.area)
                logit.add(
                    defined(GroupInterval.of(.auroc, in: sample, options: onLogit).interval),
                    truth: DrawnScores.area)
                two.add(defined(AreaComparison(independent: sample, second)?.interval()), truth: 0)
                let areas = AreaComparison(paired: first.labels, first.scores, first.others)
                paired.add(defined(areas?.interval()), truth: 0)
            }
            table.add(["n = \(n), \(p)", one.text, logit.text, two.text, paired.text, one.undefinedText])
        }
        return page(table)
    }

    private static func page(_ table: MarkdownTable) -> String {
        """
        ## Areas under the ROC curve (DeLong)

        Coverage in per cent, 4,000 simulations (1,000 at n = 1,000). Normal scores with a true area of
        \(MarkdownTable.decimals(DrawnScores.area, 3)); prevalence 0.02 leaves no second positive at n = 20 and two at
        n = 100. An interval from a perfect ranking has no length: it is marked `degenerate` and counted apart.

        \(table.text)

        """
    }

    private static func defined(_ interval: Interval?) -> Interval? {
        interval?.method == "degenerate" ? nil : interval
    }
}
