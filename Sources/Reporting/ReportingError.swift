/// Why a report could not be rendered, or a figure not be drawn.
package enum ReportingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// More pixels a side than a surface can have.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// The drawing library refused, in its own words.
    case drawing(reason: String)
    /// The page's template does not parse: a fault of ours.
    case template(reason: String)
    /// The report holds nothing that this figure shows; `needs` says what it would need.
    case nothingToDraw(figure: String, needs: String)

    package var description: String {
        switch self {
        case .tooLarge(let width, let height, let limit):
            "the figure would be \(width) x \(height) pixels, at most \(limit) a side can be drawn: "
                + "ask for fewer rows and columns"
        case .drawing(let reason): "the figure could not be drawn: \(reason)"
        case .template(let reason): "the page could not be laid out: \(reason)"
        case .nothingToDraw(let figure, let needs):
            "there is nothing to draw as `\(figure)`: it needs \(needs)"
        }
    }
}
