import Images

/// What can be measured from an image's pixels alone: the truth tools, for images whose truth is not known.
public struct PhantomMeasurement: Sendable, Hashable {
    /// Typology angle of the border's skin in degrees (median of eight patches); nil with fewer than three usable patches.
    public var typologyAngle: Double?
    /// Border patches that are not near black.
    public var patchCount: Int
    /// Colour of the border's skin.
    public var skinColour: CIELAB?
    /// Mean colour of all pixels.
    public var meanColour: CIELAB
    /// The lesion's share of the image; nil where there is no skin colour to compare with.
    public var lesionAreaFraction: Double?
    /// Mean colour of the lesion.
    public var lesionColour: CIELAB?
    /// Share of pixels on dark thin lines.
    public var hairFraction: Double
    /// Estimated number of hairs.
    public var hairCount: Double
    /// Number of small brown spots found on the skin: of the lentigines drawn, those larger than 0.0004 of the image and clear of
    /// lesion, hair and corners, about a third.
    public var lentigoCount: Int
    /// Standard deviation of fine detail of L* on the skin: what is left of it after subtracting a running mean over 0.06
    /// of the side.
    public var fineTexture: Double

    /// Measures an image of any size from 32 pixels a side.
    public static func measure(image: RGBImage) -> PhantomMeasurement {
        let planes = LabPlanes(image)
        let everything = [UInt8](repeating: 1, count: image.width * image.height)
        let tone = BorderTone(planes)
        let hair = HairDetection(planes)
        let lesion = tone.colour.map { LesionSegmentation(planes, skin: $0, ignoring: hair.mask) }
        let mask = lesion?.mask ?? everything.map { _ in 0 }
        let spots = SpotDetection(planes, lesion: mask)
        return PhantomMeasurement(
            typologyAngle: tone.typologyAngle, patchCount: tone.patches.count, skinColour: tone.colour,
            meanColour: planes.meanColour(where: everything) ?? CIELAB(lightness: 0, a: 0, b: 0),
            lesionAreaFraction: lesion?.areaFraction,
            lesionColour: lesion.flatMap { planes.meanColour(where: $0.mask) },
            hairFraction: Double(hair.mask.reduce(0) { $0 + Int($1) }) / Double(hair.mask.count),
            hairCount: hair.count, lentigoCount: spots.count,
            fineTexture: FineTexture(planes, avoiding: mask, hair.mask).deviation)
    }

    /// Measures images on a number of threads, in order; the figures do not depend on the number.
    public static func measure(_ images: [RGBImage], threads: Int) -> [PhantomMeasurement] {
        Lanes.map(images.count, threads: threads) { measure(image: images[$0]) }
    }
}
