import Statistics

extension JSONRenderer {
    /// A test of all groups at once.
    func object(_ association: ReportAssociation) -> JSONValue {
        .object([
            "metric": .string(association.metric.rawValue), "test": object(association.test),
            "degrees_of_freedom": association.degrees.map { .integer($0) } ?? .null,
            "rough": .bool(association.isRough),
        ])
    }

    /// A group less another; the members of the report contract, and the two groups.
    func object(_ pair: ReportPair, _ provenance: ReportProvenance) -> JSONValue {
        guard case .object(var members) = object(pair.number, provenance) else { return .null }
        members["first"] = .string(pair.first)
        members["second"] = .string(pair.second)
        return .object(members)
    }

    /// The shrunken rates of one quantity.
    func object(_ shrinkage: ReportShrinkage, _ provenance: ReportProvenance) -> JSONValue {
        let prior = shrinkage.prior.map { prior in
            JSONValue.object(["alpha": .number(prior.alpha), "beta": .number(prior.beta)])
        }
        return .object([
            "metric": .string(shrinkage.metric.rawValue), "gap": .optional(shrinkage.gap.value),
            "gap_reason": .optional(shrinkage.gap.reason?.rawValue), "prior": prior ?? .null,
            "precision": .optional(shrinkage.precision), "prior_method": .string(shrinkage.method.rawValue),
            "numbers": .array(shrinkage.numbers.map { object($0, provenance) }),
        ])
    }

    /// Two sides and their difference.
    func object(_ difference: ReportDifference, _ provenance: ReportProvenance) -> JSONValue {
        guard case .object(var members) = object(difference.number, provenance) else { return .null }
        members["title"] = .string(difference.title)
        members["first"] = object(difference.first)
        members["second"] = object(difference.second)
        members["paired"] = .bool(difference.isPaired)
        members["method"] = .string(difference.method)
        return .object(members)
    }

    private func object(_ side: ReportDifference.Side) -> JSONValue {
        .object([
            "classifier": .string(side.classifier), "cohort": .string(side.cohort),
            "value": .optional(side.value.value), "reason": .optional(side.value.reason?.rawValue),
            "n": .integer(side.n),
        ])
    }
}
