#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A colour in CIELAB, under D65 for the 2 degree observer.
///
/// Matrix and white point are those of IEC 61966-2-1 as rounded by `skimage.color.rgb2lab`
/// (white 0.95047, 1, 1.08883), so that published skin tone scripts give the same figures.
public struct CIELAB: Sendable, Hashable {
    /// Lightness, 0 (black) to 100 (white).
    public var lightness: Double
    /// Green (negative) to red (positive).
    public var a: Double
    /// Blue (negative) to yellow (positive).
    public var b: Double

    /// A colour from its three coordinates.
    public init(lightness: Double, a: Double, b: Double) {
        self.lightness = lightness
        self.a = a
        self.b = b
    }

    /// A colour from linear-light sRGB primaries, 0...1 each.
    public init(linear rgb: SIMD3<Double>) {
        let x = 0.412453 * rgb.x + 0.357580 * rgb.y + 0.180423 * rgb.z
        let y = 0.212671 * rgb.x + 0.715160 * rgb.y + 0.072169 * rgb.z
        let z = 0.019334 * rgb.x + 0.119193 * rgb.y + 0.950227 * rgb.z
        let (fx, fy, fz) = (Self.compress(x / 0.95047), Self.compress(y), Self.compress(z / 1.08883))
        self.init(lightness: 116 * fy - 16, a: 500 * (fx - fy), b: 200 * (fy - fz))
    }

    /// A colour from 8-bit sRGB.
    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.init(
            linear: SIMD3(
                Self.linearLevels[Int(red)], Self.linearLevels[Int(green)], Self.linearLevels[Int(blue)]))
    }

    /// The colour in linear-light sRGB primaries; outside 0...1 where the colour is out of gamut.
    public var linearRGB: SIMD3<Double> {
        let fy = (lightness + 16) / 116
        let x = 0.95047 * Self.expand(fy + a / 500)
        let y = Self.expand(fy)
        let z = 1.08883 * Self.expand(fy - b / 200)
        return SIMD3(
            3.240481343 * x - 1.537151516 * y - 0.498536326 * z,
            -0.969254950 * x + 1.875990001 * y + 0.041555927 * z,
            0.055646639 * x - 0.204041339 * y + 1.057311070 * z)
    }

    /// The individual typology angle, atan2(L* - 50, b*) in degrees (Chardon 1991; Del Bino & Bernerd 2013).
    public var typologyAngle: Double { atan2(lightness - 50, b) * 180 / .pi }

    /// The Euclidean distance to another colour, Delta E of CIE 1976.
    public func distance(to other: CIELAB) -> Double {
        let (dl, da, db) = (lightness - other.lightness, a - other.a, b - other.b)
        return (dl * dl + da * da + db * db).squareRoot()
    }

    /// The linear-light level of an sRGB-encoded level, both 0...1 (IEC 61966-2-1).
    public static func linear(encoded level: Double) -> Double {
        level > 0.04045 ? pow((level + 0.055) / 1.055, 2.4) : level / 12.92
    }

    /// The sRGB-encoded level of a linear-light level, both 0...1 (IEC 61966-2-1).
    public static func encoded(linear level: Double) -> Double {
        level > 0.0031308 ? 1.055 * pow(level, 1 / 2.4) - 0.055 : level * 12.92
    }

    /// The linear-light level of each of the 256 sRGB codes.
    public static let linearLevels: [Double] = (0..<256).map { linear(encoded: Double($0) / 255) }

    private static func compress(_ t: Double) -> Double {
        t > 0.008856 ? cbrt(t) : 7.787 * t + 16.0 / 116
    }

    private static func expand(_ f: Double) -> Double {
        f > 0.2068966 ? f * f * f : (f - 16.0 / 116) / 7.787
    }
}
