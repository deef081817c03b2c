/// A comparison of groups (spec/metrics.md, sections 2, 3 and 6): its name, what it compares, and how.
package struct GapMetric: Sendable, Hashable {
    /// Its name in scripts and files.
    package let name: String
    /// The quantities compared: one, or for equalized odds two.
    package let quantities: [GroupMetric]
    /// How the groups' values become one number.
    package let form: Form

    /// How the groups' values become one number; of two quantities the wider one counts, but for their mean.
    package enum Form: Sendable, Hashable {
        /// The largest less the smallest.
        case difference
        /// The mean of such differences of several quantities.
        case meanDifference
        /// The smallest over the largest.
        case ratio
        /// The smallest.
        case smallest
        /// Gini's coefficient of the values, each group counting once.
        case gini
        /// The largest less the smallest after each rate was drawn toward the mean of all.
        case shrunken
        /// The largest log ratio of smoothed rates.
        case logRatio
        /// The variance of rates between the groups, less what sampling alone gives; below 0 where they vary less.
        case variance
    }

    /// A comparison under a name.
    init(_ name: String, _ quantities: [GroupMetric], _ form: Form) {
        self.name = name
        self.quantities = quantities
        self.form = form
    }

    /// The comparison with this name or alias.
    package init?(name: String) {
        let name = Self.aliases[name] ?? name
        guard let metric = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = metric
    }

    /// Max-min of a quantity, by its own name where it has one: `difference(mcc)`.
    package static func difference(of metric: GroupMetric) -> GapMetric {
        named([metric], .difference) ?? GapMetric("difference(\(metric.rawValue))", [metric], .difference)
    }

    /// Min/max of a quantity, by its own name where it has one: `ratio(tpr)`.
    package static func ratio(of metric: GroupMetric) -> GapMetric {
        named([metric], .ratio) ?? GapMetric("ratio(\(metric.rawValue))", [metric], .ratio)
    }

    private static func named(_ quantities: [GroupMetric], _ form: Form) -> GapMetric? {
        allCases.first { $0.quantities == quantities && $0.form == form }
    }

    /// Whether it is a largest minus a smallest value of one quantity, which is biased upward and never printed alone.
    package var isDifference: Bool { form == .difference && quantities.count == 1 }

    /// Whether it is 0 where the groups are equal and grows with their distance, so that chance inflates it.
    package var growsWithDistance: Bool { form != .ratio && form != .smallest }

    /// Whether more of it is better.
    package var direction: Direction { growsWithDistance ? .lowerIsBetter : .higherIsBetter }

    /// What the rows must contain for it to be defined.
    package var needs: MetricNeeds {
        quantities.reduce(MetricNeeds.groups) { $0.union($1.needs) }
    }

    /// The name with what it stands for, as reports print it: `DP (max-min accuracy)`.
    package var title: String {
        let words = name == "dp" ? "DP" : name.replacing("_", with: " ")
        return "\(words) (\(gloss))"
    }

    private var gloss: String {
        let names = quantities.map { $0.rawValue.replacing("_", with: " ") }
        switch form {
        case .difference where names.count > 1: return "larger of max-min \(names[0]) and max-min \(names[1])"
        case .difference: return "max-min \(names[0])"
        case .meanDifference: return "mean of max-min \(names[0]) and max-min \(names[1])"
        case .ratio where names.count > 1: return "smaller of min/max \(names[0]) and min/max \(names[1])"
        case .ratio: return "min/max \(names[0])"
        case .smallest: return "min \(names[0])"
        case .gini: return "Gini coefficient of the groups' \(names[0])"
        case .shrunken: return "max-min \(names[0]), each group drawn toward the mean"
        case .logRatio: return "largest log ratio of smoothed \(names[0])s"
        case .variance: return "variance of \(names[0]) between groups, less its noise"
        }
    }
}
