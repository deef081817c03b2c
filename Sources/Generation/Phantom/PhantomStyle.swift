/// How the drawn photograph was taken.
public enum PhantomStyle: String, Sendable, Hashable, CaseIterable {
    /// As the ISIC archive: white balance at D65, whole lesions, rulers in half of the images.
    case isic
    /// As HAM10000: a pink cast, higher zoom, no ruler.
    case ham

    /// Magnification against `isic`.
    var zoom: Double { self == .isic ? 1 : 1.35 }

    /// Probability that a ruler is in view: 0.50 of 2,594 annotated images (Bissoto et al. 2020).
    var rulerFrequency: Double { self == .isic ? 0.50 : 0 }

    /// Mean gains of red, green and blue in linear light. `ham` moves skin towards the mean of 105 HAM10000
    /// images, a* 20 and b* 4 (data/calibration).
    var cast: SIMD3<Double> { self == .isic ? SIMD3(1, 1, 1) : SIMD3(1.16, 0.93, 1.22) }

    /// Relative standard deviation of the gains from image to image.
    var castSpread: Double { self == .isic ? 0 : 0.04 }
}
