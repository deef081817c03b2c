import Images

/// How an image comes to the extents of a network's input.
package struct ResizeRecipe: Sendable, Codable, Equatable {
    /// What becomes of the image's shape.
    package enum Mode: String, Sendable, Codable {
        /// It is lost.
        case stretch
        /// The short side comes to `short_side`, then the middle is cut out.
        case shortSideCrop = "short-side+crop"
    }

    /// What the kernel's results are rounded to.
    package enum Precision: String, Sendable, Codable {
        /// Levels of 8 bits.
        case levels = "u8"
        /// Nothing: single precision.
        case floats = "f32"
    }

    package let mode: Mode
    package let kernel: ResizeKernel
    package let on: Precision
    /// Pixels of the short side, for the mode that needs it.
    package let shortSide: Int?
    /// Whether a pixel's place is its middle; nothing else is offered.
    package let halfPixel: Bool?

    enum CodingKeys: String, CodingKey {
        case mode, kernel, on
        case shortSide = "short_side"
        case halfPixel = "half_pixel"
    }
}
