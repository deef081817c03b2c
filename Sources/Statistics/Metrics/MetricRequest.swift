/// One metric that a `report` statement asks for.
package enum MetricRequest: Sendable, Hashable {
    /// A quantity of each group: `accuracy`.
    case quantity(GroupMetric)
    /// A named comparison of the groups: `dp`.
    case gap(GapMetric)
    /// One extreme of a quantity over the groups: `max(accuracy)`.
    case extreme(Extreme, GroupMetric)

    /// Which of the groups' values is taken.
    package enum Extreme: String, Sendable, Hashable, CaseIterable {
        case max, min, mean, worst
    }

    /// The request with this name or alias, such as `accuracy` or `dp`.
    package init?(name: String) {
        if let metric = GroupMetric(name: name) {
            self = .quantity(metric)
        } else if let gap = GapMetric(name: name) {
            self = .gap(gap)
        } else {
            return nil
        }
    }

    /// As a script writes it: `accuracy`, `dp`, `max(accuracy)`.
    package var name: String {
        switch self {
        case .quantity(let metric): metric.rawValue
        case .gap(let gap): gap.name
        case .extreme(let extreme, let metric): "\(extreme.rawValue)(\(metric.rawValue))"
        }
    }

    /// What the rows must contain for it to be defined.
    package var needs: MetricNeeds {
        switch self {
        case .quantity(let metric): metric.needs
        case .gap(let gap): gap.needs
        case .extreme(_, let metric): metric.needs.union(.groups)
        }
    }

    /// The quantities of groups it is made of.
    package var quantities: [GroupMetric] {
        switch self {
        case .quantity(let metric), .extreme(_, let metric): [metric]
        case .gap(let gap): gap.quantities
        }
    }
}
