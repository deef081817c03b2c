/// Why a figure could not be drawn.
package enum FigureError: Error, Sendable, Hashable, CustomStringConvertible {
    /// More pixels a side than a surface can have.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// The drawing library refused, in its own words.
    case drawing(reason: String)

    package var description: String {
        switch self {
        case .tooLarge(let width, let height, let limit):
            "the figure would be \(width) x \(height) pixels, at most \(limit) a side can be drawn: "
                + "ask for fewer rows and columns"
        case .drawing(let reason): "the figure could not be drawn: \(reason)"
        }
    }
}
