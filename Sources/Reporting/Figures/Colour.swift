/// A colour of a figure; the palette stays apart for colour-blind eyes (Okabe & Ito 2008).
struct Colour: Sendable, Hashable {
    /// Red, green and blue in 0...1.
    let red, green, blue: Double

    /// The page.
    static let white = Colour(red: 1, green: 1, blue: 1)
    /// Text.
    static let ink = Colour(red: 0.13, green: 0.13, blue: 0.15)
    /// Text of less weight, and axes.
    static let grey = Colour(red: 0.42, green: 0.42, blue: 0.45)
    /// Hatching.
    static let faint = Colour(red: 0.70, green: 0.70, blue: 0.73)
    /// Grid lines.
    static let pale = Colour(red: 0.87, green: 0.87, blue: 0.89)
    /// What must not be missed.
    static let warning = Colour(red: 0.70, green: 0.22, blue: 0.0)
    /// One colour for each classifier, in order.
    static let series = [
        Colour(red: 0.0, green: 0.447, blue: 0.698), Colour(red: 0.835, green: 0.369, blue: 0.0),
        Colour(red: 0.0, green: 0.620, blue: 0.451), Colour(red: 0.800, green: 0.475, blue: 0.655),
        Colour(red: 0.34, green: 0.34, blue: 0.34),
    ]
}
