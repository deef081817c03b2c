import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// One hair: a quadratic curve. Positions and lengths are fractions of the image side.
struct HairStrand: Sendable, Hashable {
    /// Root, middle control point and tip.
    var points: [SIMD2<Double>]
    /// Half of the width at the root; the tip is half as wide.
    var halfWidth: Double

    /// Expected number of hairs where there are any.
    ///
    /// Hair is in view in 0.58 of images (0.585 of 2,594: Bissoto et al. 2020): 0.74 of men's and 0.42 of women's here. With
    /// 10.4 and 6.1 hairs in those, men have three times women's count on average.
    static func expected(_ sex: PhantomSex) -> (presence: Double, count: Double) {
        sex == .male ? (0.74, 10.4) : (0.42, 6.1)
    }

    /// Draws the hairs of an image; they lie roughly in one direction.
    static func drawAll(_ subject: PhantomSubject, zoom: Double, stream: inout RandomStream) -> [HairStrand] {
        let expected = expected(subject.sex)
        guard stream.nextChance(expected.presence) else { return [] }
        let count = max(1, stream.nextPoisson(mean: expected.count))
        let direction = stream.nextUniform(0, 2 * .pi)
        let width = stream.nextUniform(0.0038, 0.0058) * (subject.sex == .male ? 1.12 : 0.92) * zoom
        return (0..<count).map { _ in
            draw(direction: direction, halfWidth: width, zoom: zoom, stream: &stream)
        }
    }

    private static func draw(
        direction: Double, halfWidth: Double, zoom: Double, stream: inout RandomStream
    ) -> HairStrand {
        let angle = direction + stream.nextNormal(mean: 0, deviation: 0.45)
        let length = stream.nextUniform(0.35, 0.85) * zoom
        let along = SIMD2(cos(angle), sin(angle))
        let middle = SIMD2(stream.nextUniform(0.05, 0.95), stream.nextUniform(0.05, 0.95))
        let bow = SIMD2(-along.y, along.x) * (stream.nextNormal(mean: 0, deviation: 0.16) * length)
        return HairStrand(
            points: [middle - along * (length / 2), middle + bow, middle + along * (length / 2)],
            halfWidth: halfWidth * stream.nextUniform(0.8, 1.2))
    }

    /// Raises a plane of coverage to this hair's, `size * size` values of 0...1.
    func cover(_ plane: inout [Float], size: Int) {
        let scale = Double(size)
        let chord = points[2] - points[0]
        let steps = max(8, Int((chord.x * chord.x + chord.y * chord.y).squareRoot() * 1.15 * scale * 2))
        for step in 0...steps {
            let t = Double(step) / Double(steps)
            let place =
                points[0] * ((1 - t) * (1 - t)) + points[1] * (2 * t * (1 - t)) + points[2] * (t * t)
            let halfWidth = Float(self.halfWidth * (1 - 0.5 * t) * scale)
            Self.stamp(
                Float(place.x * scale), Float(place.y * scale), halfWidth: halfWidth, on: &plane, size: size)
        }
    }

    /// Stamps a disc with a one-pixel soft edge; a disc thinner than a pixel is widened and weakened.
    private static func stamp(_ x: Float, _ y: Float, halfWidth: Float, on plane: inout [Float], size: Int) {
        let drawn = max(halfWidth, 0.5)
        let strength = halfWidth / drawn
        let reach = drawn + 0.6
        let columns = range(x, reach, size)
        for row in range(y, reach, size) {
            for column in columns {
                let (dx, dy) = (Float(column) + 0.5 - x, Float(row) + 0.5 - y)
                let edge = drawn + 0.5 - (dx * dx + dy * dy).squareRoot()
                let pixel = row * size + column
                plane[pixel] = max(plane[pixel], strength * min(max(edge, 0), 1))
            }
        }
    }

    private static func range(_ middle: Float, _ reach: Float, _ size: Int) -> Range<Int> {
        guard middle + reach > 0, middle - reach < Float(size) else { return 0..<0 }
        return max(0, Int(middle - reach))..<min(size, Int(middle + reach) + 1)
    }
}
