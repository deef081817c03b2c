import Images
import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The colour of a person's skin.
struct SkinTone: Sendable, Hashable {
    /// The type asked for, or drawn where none was.
    var fitzpatrick: FitzpatrickType
    /// The true individual typology angle, degrees.
    var typologyAngle: Double
    /// The colour before texture, hair, lesion and light.
    var colour: CIELAB

    /// Draws a tone: angle N(centre of the type, 4 degrees), a* N(12.5, 2) within 8...18.
    static func draw(_ type: FitzpatrickType?, stream: inout RandomStream) -> SkinTone {
        let drawn =
            FitzpatrickType(rawValue: 1 + stream.nextIndex(weights: FitzpatrickType.frequencies)) ?? .ii
        let type = type ?? drawn
        let angle = stream.nextNormal(mean: type.centralAngle, deviation: 4)
        let redness = stream.nextNormal(mean: 12.5, deviation: 2, within: 8...18)
        let lightness = lightness(at: angle)
        let colour = CIELAB(
            lightness: lightness, a: redness, b: yellowness(at: angle, lightness: lightness))
        return SkinTone(fitzpatrick: type, typologyAngle: angle, colour: colour)
    }

    /// L* at a typology angle: straight lines through `knots`, level beyond the ends.
    static func lightness(at angle: Double) -> Double {
        let clamped = min(max(angle, knots[0].angle), knots[knots.count - 1].angle)
        for (low, high) in zip(knots, knots.dropFirst()) where clamped <= high.angle {
            let part = (clamped - low.angle) / (high.angle - low.angle)
            return low.lightness + part * (high.lightness - low.lightness)
        }
        return knots[knots.count - 1].lightness
    }

    /// b* at a typology angle: (L* - 50) / tan(angle), kept within 5...25; its limit at angle 0.
    static func yellowness(at angle: Double, lightness: Double) -> Double {
        guard abs(angle) > 0.01 else { return 18 }
        return min(max((lightness - 50) / tan(angle * .pi / 180), 5), 25)
    }

    /// Type VI lies about L* 30, type I about 74; the slopes keep b* between 9 and 23 in between.
    private static let knots: [(angle: Double, lightness: Double)] = [
        (-60, 25), (-45, 30), (-10, 46.8), (0, 50), (19, 55.8), (35, 61), (48, 66.5), (60, 74), (75, 80),
    ]
}
