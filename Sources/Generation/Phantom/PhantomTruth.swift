import Images

/// What is true of a drawn image: the parameters that were drawn and what follows from them.
///
/// Fractions are of the image side or area; angles are degrees; colours are CIELAB under D65.
public struct PhantomTruth: Sendable, Hashable {
    /// What was asked for.
    public var subject: PhantomSubject
    /// How the picture was taken.
    public var style: PhantomStyle
    /// The type drawn: the one asked for, or one from Fitzpatrick17k's frequencies.
    public var fitzpatrick: FitzpatrickType
    /// Individual typology angle of the skin before texture, light and cast.
    public var typologyAngle: Double
    /// Skin colour before texture, light and cast.
    public var skinColour: CIELAB
    /// Standard deviation of the skin's L*.
    public var textureDeviation: Double
    /// Depth of wrinkles in L*.
    public var wrinkleDepth: Double
    /// Number of solar lentigines.
    public var lentigoCount: Int
    /// Number of hairs.
    public var hairCount: Int
    /// 0 (common nevus) to 1 (plain melanoma).
    public var atypia: Double
    /// Whether atypia was drawn from the range shared by both diagnoses.
    public var ambiguous: Bool
    /// Area of the mask inside the frame, by the outline's formula.
    public var areaFraction: Double
    /// Perimeter squared over 4 pi area of the whole outline.
    public var compactness: Double
    /// Non-overlap after a flip about the major axis, over twice the area.
    public var asymmetryMajor: Double
    /// Non-overlap after a flip about the minor axis, over twice the area.
    public var asymmetryMinor: Double
    /// Of the ellipse with the outline's second moments.
    public var eccentricity: Double
    /// Distance over which the border falls from 80 to 20 %.
    public var borderWidth: Double
    /// The colours shown, of the six of dermoscopy.
    public var colours: [String]
    /// Delta E (1976) between the lesion's body and the skin.
    public var bodyContrast: Double
    /// Whether there is a blue-white veil.
    public var veil: Bool
    /// Number of dots and globules.
    public var dotCount: Int
    /// Number of streaks.
    public var streakCount: Int
    /// 0 (regular) to 1.
    public var networkIrregularity: Double
    /// Dark corners in view.
    public var darkCorners: Bool
    /// Ruler in view.
    public var ruler: Bool
    /// Number of gel bubbles.
    public var bubbleCount: Int
    /// Number of ink strokes.
    public var inkCount: Int
    /// Gains of red, green and blue in linear light.
    public var cast: SIMD3<Double>

    /// Number of the six colours of dermoscopy shown.
    public var colourCount: Int { colours.count }

    /// The truth of a scene.
    init(_ scene: PhantomScene) {
        let (skin, lesion) = (scene.skin, scene.lesion)
        let symmetry = LesionSymmetry(lesion.contour)
        subject = scene.subject
        style = scene.style
        fitzpatrick = skin.tone.fitzpatrick
        typologyAngle = skin.tone.typologyAngle
        skinColour = skin.tone.colour
        textureDeviation = skin.textureDeviation
        wrinkleDepth = skin.wrinkleDepth
        lentigoCount = skin.lentigines.count
        hairCount = scene.hairs.count
        atypia = lesion.atypia
        ambiguous = lesion.ambiguous
        areaFraction = lesion.contour.areaFraction
        compactness = lesion.contour.compactness
        asymmetryMajor = symmetry.major
        asymmetryMinor = symmetry.minor
        eccentricity = symmetry.eccentricity
        borderWidth = lesion.borderWidth
        colours = lesion.colourNames
        let contrast = LesionColour.contrast(on: skin.tone)
        bodyContrast = lesion.body.colour(on: skin.tone.colour, contrast: contrast)
            .distance(to: skin.tone.colour)
        veil = lesion.veil != nil
        dotCount = lesion.dots.count
        streakCount = lesion.streaks.count
        networkIrregularity = lesion.network.irregularity
        darkCorners = scene.artefacts.darkCorners != nil
        ruler = scene.artefacts.ruler != nil
        bubbleCount = scene.artefacts.bubbles.count
        inkCount = scene.artefacts.ink.count
        cast = scene.cast
    }
}
