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

    package let colour: Colour
    /// What becomes of transparency; nil is `drop`.
    package let alpha: AlphaTreatment?
    /// How JPEG files are decoded; nil is `accurate`.
    package let jpeg: JPEGTransform?
}
