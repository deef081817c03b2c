import Classification
import Images
import Testing

@Suite struct PreprocessorTests {
    private let image = RGBImage(width: 30, height: 20, pixels: PreprocessorTests.pattern(count: 1_800))

    /// Levels that differ from place to place.
    private static func pattern(count: Int) -> [UInt8] {
        (0..<count).map { (index: Int) -> UInt8 in UInt8((index * 37 + index / 90 * 11) % 256) }
    }

    /// What the example's manifest makes of a level.
    private func signed(_ level: Float) -> Float { (level / 255 - 0.5) / 0.5 }

    private func signed(_ level: UInt8) -> Float { signed(Float(level)) }

    @Test("levels are stretched, divided and normalised")
    func stretch() throws {
        let manifest = try ManifestExample.manifest()
        let found = Preprocessor(manifest)(image)
        let resized = image.resized(width: 8, height: 8, kernel: .bilinearAntialias)
        #expect(found.shape == [8, 8, 3])
        #expect(found.values == resized.pixels.map(signed))
    }

    @Test("a short side and a crop keep the shape")
    func crop() throws {
        let manifest = try ManifestExample.manifest("\"stretch\"", "\"short-side+crop\", \"short_side\": 12")
        let found = Preprocessor(manifest)(image)
        let expected = image.resized(width: 18, height: 12, kernel: .bilinearAntialias).centreCropped(to: 8)
        #expect(found.values == expected.pixels.map(signed))
    }

    @Test("floats are not rounded between resizing and scaling")
    func floats() throws {
        let manifest = try ManifestExample.manifest("\"on\": \"u8\"", "\"on\": \"f32\"")
        let found = Preprocessor(manifest)(image)
        let resized = FloatImage(image, divisor: 1).resized(width: 8, height: 8, kernel: .bilinearAntialias)
        #expect(found.values == resized.values.map(signed))
    }

    @Test("blue comes first where the network wants it")
    func bgr() throws {
        let straight = Preprocessor(try ManifestExample.manifest())(image).values
        let turned = Preprocessor(
            try ManifestExample.manifest("\"channel_order\": \"rgb\"", "\"channel_order\": \"bgr\""))(image)
            .values
        let expected = straight.indices.map { (index: Int) -> Float in straight[index / 3 * 3 + 2 - index % 3]
        }
        #expect(turned == expected)
    }

    @Test("red alone fills all channels in the demonstration's profile")
    func red() throws {
        let manifest = try ManifestExample.manifest("\"colour\": \"rgb\"", "\"colour\": \"red\"")
        let values = Preprocessor(manifest)(image).values
        let reds = values.indices.map { (index: Int) -> Float in values[index / 3 * 3] }
        #expect(values == reds)
    }
}
