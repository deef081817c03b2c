/// An interval, or the reason why there is none.
package enum IntervalOutcome: Sendable, Hashable {
    case interval(Interval)
    case undefined(Undefined)

    /// The interval, or nil where it is undefined.
    package var interval: Interval? {
        if case .interval(let interval) = self { return interval }
        return nil
    }

    /// The reason, or nil where there is an interval.
    package var reason: Undefined? {
        if case .undefined(let reason) = self { return reason }
        return nil
    }

    /// The outcome of a method that answers nil for `reason`.
    init(_ interval: Interval?, else reason: Undefined) {
        self = interval.map { .interval($0) } ?? .undefined(reason)
    }
}
