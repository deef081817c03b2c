import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Lesion {
    /// Draws the lesion of a person.
    static func draw(
        _ subject: PhantomSubject, ambiguity: Double, zoom: Double, stream: inout RandomStream
    ) -> Lesion {
        let ambiguous = stream.nextChance(ambiguity)
        let position = stream.nextUniform()
        let clear = subject.diagnosis == .nevus ? 0.3 * position : 0.7 + 0.3 * position
        let atypia = ambiguous ? 0.3 + 0.4 * position : clear
        let contour = drawContour(subject, atypia: atypia, zoom: zoom, stream: &stream)
        let border = stream.nextNormal(
            mean: 0.058 - 0.024 * atypia, deviation: 0.008, within: 0.015...0.09)
        let body = drawBody(atypia: atypia, stream: &stream)
        let patches = drawPatches(contour, atypia: atypia, body: body, stream: &stream)
        let veil = drawVeil(contour, atypia: atypia, stream: &stream)
        let dots = drawDots(contour, atypia: atypia, zoom: zoom, stream: &stream)
        let streaks = drawStreaks(contour, atypia: atypia, zoom: zoom, stream: &stream)
        let network = drawNetwork(atypia: atypia, zoom: zoom, stream: &stream)
        return Lesion(
            atypia: atypia, ambiguous: ambiguous, contour: contour, borderWidth: border * zoom, body: body,
            patches: patches, veil: veil, dots: dots, streaks: streaks, network: network,
            keys: (0..<3).map { _ in stream.nextKey() })
    }

    /// Area fraction: 0.265, sd 0.156 for melanoma and 0.243, sd 0.137 for nevus (105 HAM10000 images), on a logistic-normal
    /// within 0.03...0.55; the diameter grows from 0.87 to 1.13 of the mean between ages 5 and 95.
    private static func drawContour(
        _ subject: PhantomSubject, atypia: Double, zoom: Double, stream: inout RandomStream
    ) -> LesionContour {
        let level = subject.diagnosis == .melanoma ? -0.22 : -0.42
        let logit = stream.nextNormal(mean: level, deviation: 1.3)
        let growth = 0.87 + 0.26 * (subject.age - 5) / 90
        let area = (0.03 + 0.52 / (1 + exp(-logit))) * growth * growth
        let irregularity = (0.085 + 0.12 * atypia) * stream.nextUniform(0.8, 1.2)
        let contour = LesionContour.draw(
            areaFraction: min(area, 0.56), irregularity: irregularity, centreSpread: 0.055, stream: &stream)
        var fitted = contour.fitted(margin: 0.02)
        fitted.meanRadius *= zoom
        return fitted
    }

    private static func drawBody(atypia: Double, stream: inout RandomStream) -> LesionColour {
        let depth = stream.nextNormal(mean: 0.46 + 0.12 * atypia, deviation: 0.2, within: 0...1)
        let (light, dark) = (LesionColour.lightBrown.offset, LesionColour.darkBrown.offset)
        var offset = light + (dark - light) * depth
        offset.y += stream.nextNormal(mean: 1, deviation: 2)
        offset.z += stream.nextNormal(mean: 2, deviation: 2)
        return LesionColour(name: depth < 0.5 ? "light brown" : "dark brown", offset: offset)
    }

    /// 0 or 1 further colour near the centre of a nevus; up to 5, anywhere, in a melanoma.
    private static func drawPatches(
        _ contour: LesionContour, atypia: Double, body: LesionColour, stream: inout RandomStream
    ) -> [LesionPatch] {
        let count = drawPatchCount(atypia: atypia, stream: &stream)
        let rarity = atypia < 0.3 ? [1, 1, 0, 0, 0, 0] : [0.8, 1, 0.9, 0.8, 0.7, 0.6]
        var weights = rarity
        return (0..<count).map { _ in
            for (index, colour) in LesionColour.palette.enumerated() where colour.name == body.name {
                weights[index] = 0
            }
            let index = weights.reduce(0, +) > 0 ? stream.nextIndex(weights: weights) : 1
            weights[index] = 0
            return drawPatch(LesionColour.palette[index], contour: contour, atypia: atypia, stream: &stream)
        }
    }

    private static func drawPatchCount(atypia: Double, stream: inout RandomStream) -> Int {
        guard atypia >= 0.3 else { return stream.nextChance(0.35 + atypia) ? 1 : 0 }
        let expected = stream.nextNormal(mean: 4.2 * atypia - 0.3, deviation: 0.7)
        return Int(min(max(expected.rounded(), 1), 5))
    }

    private static func drawPatch(
        _ colour: LesionColour, contour: LesionContour, atypia: Double, stream: inout RandomStream
    ) -> LesionPatch {
        let direction = stream.nextUniform(0, 2 * .pi)
        let reach = contour.radius(at: direction)
        let eccentric = min(max(0.62 * atypia + stream.nextNormal(mean: 0.02, deviation: 0.1), 0), 0.75)
        let size = stream.nextUniform(0.3, 0.5) + 0.12 * (1 - atypia)
        return LesionPatch(
            x: reach * eccentric * cos(direction), y: reach * eccentric * sin(direction),
            radius: contour.meanRadius * size, softness: 0.9 - 0.5 * atypia,
            strength: stream.nextUniform(0.7, 0.95),
            colour: colour)
    }

    /// A blue-white veil: in 0.48 of melanomas of the derm7pt atlas (120 of 252), in no clear nevus here.
    private static func drawVeil(
        _ contour: LesionContour, atypia: Double, stream: inout RandomStream
    ) -> LesionPatch? {
        let present = stream.nextChance(atypia < 0.3 ? 0 : 0.05 + 0.52 * atypia)
        let direction = stream.nextUniform(0, 2 * .pi)
        let place = stream.nextUniform(0.1, 0.45) * contour.radius(at: direction)
        let radius = contour.meanRadius * stream.nextUniform(0.35, 0.6)
        let strength = stream.nextUniform(0.6, 0.85)
        guard present else { return nil }
        let colour = LesionColour(name: "blue grey", offset: SIMD3(-12, -11, -20))
        return LesionPatch(
            x: place * cos(direction), y: place * sin(direction), radius: radius, softness: 0.7,
            strength: strength,
            colour: colour)
    }

    private static func drawDots(
        _ contour: LesionContour, atypia: Double, zoom: Double, stream: inout RandomStream
    ) -> [SoftSpot] {
        let count = stream.nextPoisson(mean: 2 + 16 * atypia * atypia)
        let (sector, spread) = (stream.nextUniform(0, 2 * .pi), 0.35 + 0.65 * (1 - atypia))
        return (0..<count).map { _ in
            let direction = sector + stream.nextUniform(-.pi, .pi) * spread
            let place = stream.nextUniform(0.05, 0.95).squareRoot() * contour.radius(at: direction)
            return SoftSpot(
                x: Float(contour.x + place * cos(direction)), y: Float(contour.y + place * sin(direction)),
                radius: Float(stream.nextUniform(0.008, 0.012 + 0.010 * atypia) * zoom),
                strength: Float(stream.nextUniform(0.4, 0.7) + 0.25 * atypia))
        }
    }

    /// Irregular streaks: in 0.60 of melanomas of the derm7pt atlas (152 of 252), crowded in one sector.
    private static func drawStreaks(
        _ contour: LesionContour, atypia: Double, zoom: Double, stream: inout RandomStream
    ) -> [LesionStreak] {
        let present = stream.nextChance(atypia < 0.3 ? 0.04 : 0.72 * atypia)
        let sector = stream.nextUniform()
        let count = 3 + stream.nextPoisson(mean: 7)
        let streaks = (0..<count).map { _ in
            LesionStreak(
                direction: sector + stream.nextUniform(-0.18, 0.18),
                length: contour.meanRadius * stream.nextUniform(0.22, 0.45),
                halfWidth: stream.nextUniform(0.006, 0.010) * zoom)
        }
        return present ? streaks : []
    }

    private static func drawNetwork(
        atypia: Double, zoom: Double, stream: inout RandomStream
    ) -> PigmentNetwork {
        PigmentNetwork(
            period: stream.nextUniform(0.06, 0.075 + 0.02 * atypia) * zoom, direction: stream.nextUniform(),
            depth: stream.nextUniform(2, 3.5) + 2 * atypia, irregularity: atypia, key: stream.nextKey())
    }
}
