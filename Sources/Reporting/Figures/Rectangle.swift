/// An upright rectangle; y grows downward.
struct Rectangle: Sendable, Hashable {
    /// The left edge.
    var x: Double
    /// The upper edge.
    var y: Double
    /// From left to right.
    var width: Double
    /// From top to bottom.
    var height: Double

    /// Slanting lines that fill it, each from its lower to its upper end.
    var hatching: [(Drawing.Point, Drawing.Point)] {
        let step = 4.0
        return stride(from: step, to: width + height, by: step).map { offset in
            let start = Drawing.Point(x + max(0, offset - height), y + min(offset, height))
            let end = Drawing.Point(x + min(offset, width), y + max(0, offset - width))
            return (start, end)
        }
    }
}
