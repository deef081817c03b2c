import RealModule

/// A colour of a figure; the palette stays apart for colour-blind eyes (Okabe & Ito 2008).
struct Colour: Sendable, Hashable {
    /// Red, green and blue in 0...1.
    let red, green, blue: Double

    /// The page.
    static let white = Colour(red: 1, green: 1, blue: 1)
    /// Text.
    static let ink = Colour(red: 0.13, green: 0.13, blue: 0.15)
    /// Text of less weight, and axes.
    static let grey = Colour(red: 0.38, green: 0.38, blue: 0.41)
    /// Hatching.
    static let faint = Colour(red: 0.70, green: 0.70, blue: 0.73)
    /// Grid lines.
    static let pale = Colour(red: 0.87, green: 0.87, blue: 0.89)
    /// What must not be missed.
    static let warning = Colour(red: 0.70, green: 0.22, blue: 0.0)
    /// One colour for each classifier, in order: blue, vermilion, green, purple, sky blue, orange, grey; sky blue and orange
    /// are darker than the palette's, so that every one stands out from white by 3:1 (WCAG 2.1, 1.4.11).
    static let series = [
        Colour(red: 0.0, green: 0.447, blue: 0.698), Colour(red: 0.835, green: 0.369, blue: 0.0),
        Colour(red: 0.0, green: 0.620, blue: 0.451), Colour(red: 0.800, green: 0.475, blue: 0.655),
        Colour(red: 0.251, green: 0.588, blue: 0.784), Colour(red: 0.659, green: 0.486, blue: 0.0),
        Colour(red: 0.34, green: 0.34, blue: 0.34),
    ]

    /// A sequential scale of one hue from pale (0) to dark (1), after ColorBrewer's Blues (Harrower & Brewer 2003).
    static func shade(_ share: Double) -> Colour {
        let stops = [
            Colour(red: 0.969, green: 0.984, blue: 1), Colour(red: 0.776, green: 0.859, blue: 0.937),
            Colour(red: 0.420, green: 0.682, blue: 0.839), Colour(red: 0.129, green: 0.443, blue: 0.710),
            Colour(red: 0.031, green: 0.188, blue: 0.420),
        ]
        let place = min(max(share, 0), 1) * Double(stops.count - 1)
        let index = min(Int(place), stops.count - 2)
        let part = place - Double(index)
        func mixed(_ from: Double, _ to: Double) -> Double { from + part * (to - from) }
        return Colour(
            red: mixed(stops[index].red, stops[index + 1].red),
            green: mixed(stops[index].green, stops[index + 1].green),
            blue: mixed(stops[index].blue, stops[index + 1].blue))
    }

    /// Ink or white, whichever stands out more from this colour (WCAG 2.1, relative luminance).
    var legible: Colour { luminance > 0.19 ? .ink : .white }

    /// The relative luminance in 0...1.
    private var luminance: Double {
        func linear(_ part: Double) -> Double {
            part <= 0.04045 ? part / 12.92 : Double.pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The colour as `#0072b2`.
    var hex: String {
        let digits = Array("0123456789abcdef")
        return [red, green, blue].reduce(into: "#") { text, part in
            let byte = Int((part * 255).rounded())
            text.append(digits[byte >> 4])
            text.append(digits[byte & 15])
        }
    }
}
