extension GapMetric {
    /// The comparison's value from the disparities of its `quantities`, in their order.
    package func value(of disparities: [Disparity]) -> Quantity {
        precondition(disparities.count == quantities.count, "one disparity for each quantity")
        let first = disparities[0]
        switch self {
        case .demographicParityRatio: return first.ratio
        case .worstGroup: return first.minimum
        case .equalizedOdds: return first.difference.combined(with: disparities[1].difference, Swift.max)
        case .equalizedOddsMean:
            return first.difference.combined(with: disparities[1].difference) { ($0 + $1) / 2 }
        case .equalizedOddsRatio: return first.ratio.combined(with: disparities[1].ratio, Swift.min)
        default: return first.difference
        }
    }

    /// The index of the disparity that decides the value: for equalized odds the wider one.
    package func decisive(of disparities: [Disparity]) -> Int {
        guard disparities.count == 2 else { return 0 }
        let value = value(of: disparities)
        let second = self == .equalizedOddsRatio ? disparities[1].ratio : disparities[1].difference
        let first = self == .equalizedOddsRatio ? disparities[0].ratio : disparities[0].difference
        return value != first && value == second ? 1 : 0
    }
}
