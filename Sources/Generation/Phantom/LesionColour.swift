import Images

/// A colour of a lesion, as a difference from light skin in CIELAB.
struct LesionColour: Sendable, Hashable {
    /// The name in the truth record.
    var name: String
    /// Difference from skin at contrast 1: L*, a*, b*.
    var offset: SIMD3<Double>

    /// The six colours of dermoscopy (light brown, dark brown, black, red, blue-grey, white).
    static let palette = [lightBrown, darkBrown, black, red, blueGrey, white]
    /// Superficial melanin.
    static let lightBrown = LesionColour(name: "light brown", offset: SIMD3(-14, 6, 11))
    /// Deeper melanin.
    static let darkBrown = LesionColour(name: "dark brown", offset: SIMD3(-32, 8, 7))
    /// Melanin in the horny layer.
    static let black = LesionColour(name: "black", offset: SIMD3(-48, -3, -8))
    /// Vessels.
    static let red = LesionColour(name: "red", offset: SIMD3(-16, 19, 8))
    /// Melanin in the dermis.
    static let blueGrey = LesionColour(name: "blue grey", offset: SIMD3(-24, -10, -20))
    /// Regression.
    static let white = LesionColour(name: "white", offset: SIMD3(8, -7, -9))

    /// The contrast of lesions on a skin tone: 1.18 on light skin, which gives the mean Delta E of 27 of 105 HAM10000
    /// images, falling with the typology angle to 0.64 (Delta E 14) at the centre of type VI.
    static func contrast(on tone: SkinTone) -> Double {
        let part = min(max((tone.typologyAngle + 45) / (41 + 45), 0), 1)
        return 0.64 + 0.54 * part
    }

    /// The colour on a skin, with lightness kept at 4 or more.
    func colour(on skin: CIELAB, contrast: Double) -> CIELAB {
        CIELAB(
            lightness: max(skin.lightness + contrast * offset.x, 4), a: skin.a + contrast * offset.y,
            b: skin.b + contrast * offset.z)
    }
}
