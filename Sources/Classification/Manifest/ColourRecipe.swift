import Images

/// How a file's pixels become three channels.
package struct ColourRecipe: Sendable, Codable, Equatable {
    /// Which channels are used.
    package enum Colour: String, Sendable, Codable {
        /// All three.
        case rgb
        /// Red alone, copied to all three (the web demonstration of MelaNet).
        case red
    }

    /// What becomes of transparency.
    package enum Alpha: String, Sendable, Codable {
        /// The colour behind it counts in full.
        case drop
    }

    package let colour: Colour
    package let alpha: Alpha?
    /// How JPEG files are decoded; nil is `accurate`.
    package let jpeg: JPEGTransform?
}
