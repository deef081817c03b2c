extension Value {
    /// Whether it is a range.
    var isRange: Bool {
        if case .range = self { true } else { false }
    }

    /// Whether a value lies in the range, on one of its steps where it has a step; nil for what is no range.
    package func holds(_ value: Value) -> Bool? {
        guard case .range(let lower, let upper, let isHalfOpen, let step) = self else { return nil }
        guard let first = lower.quantity ?? lower.skinType, let last = upper.quantity ?? upper.skinType,
            let place = value.quantity ?? value.skinType,
            (value.skinType == nil) == (lower.skinType == nil)
        else { return false }
        let isWithin = place >= first && (isHalfOpen ? place < last : place <= last)
        guard let step, step > 0 else { return isWithin }
        let steps = (place - first) / step
        return isWithin && (steps - steps.rounded()).magnitude < 1e-9
    }

    /// The values of a range of whole numbers or skin types in order; nil for any other range, and for more than `limit`.
    func listed(atMost limit: Int) -> [Value]? {
        guard case .range(let lower, let upper, let isHalfOpen, let step) = self else { return nil }
        let width = Int(exactly: step ?? 1) ?? 0
        guard width > 0 else { return nil }
        switch (lower, upper) {
        case (.integer(let first), .integer(let last)):
            let (distance, overflow) = last.subtractingReportingOverflow(first)
            guard !overflow, distance / width < limit else { return nil }
            return stride(from: first, through: last, by: width)
                .filter { !isHalfOpen || $0 < last }.map { .integer($0) }
        case (.fitzpatrick(let first), .fitzpatrick(let last)):
            return stride(from: first, through: last, by: width)
                .filter { !isHalfOpen || $0 < last }.map { .fitzpatrick($0) }
        default: return nil
        }
    }
}
