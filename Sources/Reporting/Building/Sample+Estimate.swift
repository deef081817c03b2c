import Statistics

extension Sample {
    /// A quantity of these rows: weighted where they carry weights, else from counts.
    func estimate(_ metric: GroupMetric) -> Quantity {
        guard weights != nil else { return quantity(metric) }
        return weighted(metric) ?? .undefined(.noWeightedForm)
    }
}
