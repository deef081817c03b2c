/// An upright rectangle in pixels; y grows downward.
struct Rectangle: Sendable, Hashable {
    /// The left edge.
    var x: Double
    /// The upper edge.
    var y: Double
    /// From the left to the right edge.
    var width: Double
    /// From the upper to the lower edge.
    var height: Double
}
