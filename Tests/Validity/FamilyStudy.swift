import Statistics

/// How often any of many tests raises a false alarm.
enum FamilyStudy {
    /// The section of the page.
    static func section() -> String {
        var table = MarkdownTable(["groups x n", "pairs", "none", "holm", "bh"])
        for (groups, trials) in [(6, 100), (8, 100), (8, 1_200), (16, 60)] {
            let design = GapDesign(groups: groups, rate: 0.3, gap: 0, trials: trials)
            var source = RandomSource(seed: UInt64(groups * trials))
            var (plain, holm, hochberg) = (0, 0, 0)
            for _ in 0..<2_000 {
                var pairs = Pairs(.accuracy, of: GapDesign.samples(design.drawn(&source)))
                if pairs.pairs.contains(where: { ($0.adjustedP ?? 1) <= 0.05 }) { holm += 1 }
                if pairs.pValues.contains(where: { $0 <= 0.05 }) { plain += 1 }
                pairs.correct(by: .benjaminiHochberg)
                if pairs.pairs.contains(where: { ($0.adjustedP ?? 1) <= 0.05 }) { hochberg += 1 }
            }
            let shares = [plain, holm, hochberg].map { MarkdownTable.percent(Double($0) / 2_000) }
            table.add(["\(groups) x \(trials)", "\(groups * (groups - 1) / 2)"] + shares)
        }
        return """
            ## Families of tests

            Per cent of 2,000 simulations of equal groups in which any pair is called different at 5 % (Fisher's exact test):
            without a correction, after Holm, after Benjamini and Hochberg.

            \(table.text)
            """
    }
}
