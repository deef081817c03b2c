extension Catalogue {
    /// The guide to all metrics in Markdown: what `explain metrics` prints and docs/metrics.md holds.
    package var metricGuide: String {
        let quantities = metrics.filter { !$0.comparesGroups }
        let comparisons = metrics.filter(\.comparesGroups)
        return """
            # The metrics

            What each metric asks, when it misleads, how it is computed and where it comes from.
            `dermaudit explain NAME` prints the same of one metric, `dermaudit explain metrics` this page.

            TP, FP, TN and FN count the images of one group: truly or falsely called positive
            (melanoma), truly or falsely called negative. n is their sum, y the truth (0 or 1),
            score the probability of melanoma. A number that cannot be computed has no value: it
            prints as `n/a` with the reason, and is never 0 or 1.

            ## One number for each group

            \(quantities.map(\.section).joined(separator: "\n\n"))

            ## Comparisons of groups

            Each gap is printed with the gap that equal groups would show by chance and with the
            p-value of an exact permutation test where the metric is a share, of random permutations
            elsewhere. Intervals of gaps (`upper`, `lower`) hold for all pairs of groups at once.

            \(comparisons.map(\.section).joined(separator: "\n\n"))

            \(Self.clusterGuide)

            """
    }
}
