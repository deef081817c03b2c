import Images
import Tensors

/// Everything drawn about the skin around a lesion.
struct SkinAppearance: Sendable, Hashable {
    /// Its colour.
    var tone: SkinTone
    /// Standard deviation of the texture's L*: 3.3 at age 50, which wrinkles, spots and hair bring to about 4
    /// (105 HAM10000 images: median 4.0); it grows with age.
    var textureDeviation: Double
    /// Depth of fine wrinkles in L*.
    var wrinkleDepth: Double
    /// Wrinkles along the side.
    var wrinkleCount: Double
    /// Direction of the main wrinkles, turns.
    var wrinkleDirection: Double
    /// Solar lentigines.
    var lentigines: [SoftSpot]
    /// Keys of the texture, redness and wrinkle fields.
    var keys: [UInt32]

    /// Draws the skin of a person.
    static func draw(_ subject: PhantomSubject, zoom: Double, stream: inout RandomStream) -> SkinAppearance {
        let tone = SkinTone.draw(subject.fitzpatrick, stream: &stream)
        let years = subject.age
        let texture = (2.1 + 0.024 * years) * stream.nextUniform(0.85, 1.15)
        let folded = max(years - 20, 0) / 75
        let wrinkles = (0.3 + 4.5 * folded) * stream.nextUniform(0.75, 1.25)
        let count = stream.nextUniform(9, 13) / zoom
        let direction = stream.nextUniform()
        let expected = Self.expectedLentigines(age: years, type: tone.fitzpatrick)
        let spots = (0..<stream.nextPoisson(mean: expected)).map { _ in
            SoftSpot(
                x: Float(stream.nextUniform(0.02, 0.98)), y: Float(stream.nextUniform(0.02, 0.98)),
                radius: Float(stream.nextUniform(0.012, 0.032) * zoom),
                strength: Float(stream.nextUniform(0.6, 1)))
        }
        return SkinAppearance(
            tone: tone, textureDeviation: texture, wrinkleDepth: wrinkles, wrinkleCount: count,
            wrinkleDirection: direction, lentigines: spots, keys: (0..<3).map { _ in stream.nextKey() })
    }

    /// Expected number of solar lentigines: none before 40, rising from there, more on light skin.
    static func expectedLentigines(age: Double, type: FitzpatrickType) -> Double {
        let lightSkin = [1.2, 1.0, 0.75, 0.5, 0.25, 0.12][type.rawValue - 1]
        return lightSkin * 2.6 * max(age - 40, 0) / 10
    }
}
