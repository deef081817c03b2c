/// Simultaneous bounds, or the reason why there are none.
package enum BoundsOutcome: Sendable, Hashable {
    case bounds(GapBounds)
    case undefined(Undefined)

    /// The bounds, or nil where they are undefined.
    package var bounds: GapBounds? {
        if case .bounds(let bounds) = self { return bounds }
        return nil
    }

    /// The reason, or nil where there are bounds.
    package var reason: Undefined? {
        if case .undefined(let reason) = self { return reason }
        return nil
    }
}
