/// A colour by its part in a figure, so that a page can show the same drawing in a light and in a dark scheme.
struct Paint: Sendable, Hashable {
    /// The class that the drawing's elements carry, such as `ink`.
    let role: String
    /// The colour on white paper.
    let colour: Colour

    /// Text.
    static let ink = Paint(role: "ink", colour: .ink)
    /// Text of less weight, and axes.
    static let grey = Paint(role: "grey", colour: .grey)
    /// What stays behind: hatching, references.
    static let faint = Paint(role: "faint", colour: .faint)
    /// Grid lines.
    static let pale = Paint(role: "pale", colour: .pale)
    /// The page.
    static let page = Paint(role: "page", colour: .white)
    /// What must not be missed.
    static let warning = Paint(role: "warn", colour: .warning)

    /// The colour of a series; they repeat after seven, when symbols still differ.
    static func series(_ index: Int) -> Paint {
        let place = index % Colour.series.count
        return Paint(role: "s\(place)", colour: Colour.series[place])
    }

    /// A shade for 0...1, from pale to dark, the same in every scheme: each cell carries its own text colour.
    static func shade(_ share: Double) -> Paint {
        Paint(role: "", colour: Colour.shade(share))
    }
}
