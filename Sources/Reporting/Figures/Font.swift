/// How a text of a figure is set.
struct Font: Sendable, Hashable {
    /// The size in pixels.
    var size: Double
    /// Whether it is bold.
    var isBold = false
    /// The colour.
    var colour = Colour.ink

    /// Where a text stands from its point.
    enum Anchor: Double {
        case start = 0
        case middle = 0.5
        case end = 1
    }
}
