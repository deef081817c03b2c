import Images
import Testing

@Suite("CIELAB")
struct CIELABTests {
    /// Expected values by `skimage.color.rgb2lab` (scikit-image 0.26, 8-bit input), from the metric oracles' rule.
    @Test(
        "white, black and grey have the published coordinates",
        arguments: [
            (UInt8(255), 100.0, -0.00245, 0.00465), (0, 0.0, 0.0, 0.0), (128, 53.58501, -0.00147, 0.00279),
        ])
    func greys(level: UInt8, lightness: Double, a: Double, b: Double) {
        let colour = CIELAB(red: level, green: level, blue: level)
        #expect(abs(colour.lightness - lightness) < 1e-3)
        #expect(abs(colour.a - a) < 1e-3)
        #expect(abs(colour.b - b) < 1e-3)
    }

    @Test(
        "colours have the coordinates of the reference",
        arguments: [
            (SIMD3<UInt8>(255, 0, 0), SIMD3(53.2405879, 80.0923082, 67.2027510), 2.76072),
            (SIMD3(0, 0, 255), SIMD3(32.2956726, 79.1855909, -107.8573002), -170.67827),
            (SIMD3(198, 150, 120), SIMD3(65.8860310, 14.0433235, 22.8110879), 34.85401),
            (SIMD3(48, 32, 26), SIMD3(14.0365363, 6.7509345, 7.1452101), -78.76282),
            (SIMD3(249, 143, 169), SIMD3(71.3192471, 42.9206880, 4.0364728), 79.27883),
        ] as [(SIMD3<UInt8>, SIMD3<Double>, Double)])
    func colours(code: SIMD3<UInt8>, expected: SIMD3<Double>, angle: Double) {
        let colour = CIELAB(red: code.x, green: code.y, blue: code.z)
        #expect(abs(colour.lightness - expected.x) < 1e-3)
        #expect(abs(colour.a - expected.y) < 1e-3)
        #expect(abs(colour.b - expected.z) < 1e-3)
        #expect(abs(colour.typologyAngle - angle) < 0.02)
    }

    @Test(
        "linear light comes back from every colour",
        arguments: [(10, 200, 90), (250, 3, 77), (128, 128, 128), (1, 2, 3)])
    func roundTrip(red: Int, green: Int, blue: Int) {
        let colour = CIELAB(red: UInt8(red), green: UInt8(green), blue: UInt8(blue))
        let light = colour.linearRGB
        #expect(abs(light.x - CIELAB.linearLevels[red]) < 1e-5)
        #expect(abs(light.y - CIELAB.linearLevels[green]) < 1e-5)
        #expect(abs(light.z - CIELAB.linearLevels[blue]) < 1e-5)
    }

    @Test("encoding undoes decoding")
    func transfer() {
        for level in 0...255 {
            let encoded = CIELAB.encoded(linear: CIELAB.linearLevels[level])
            #expect(abs(encoded * 255 - Double(level)) < 1e-4)
        }
    }

    @Test("the typology angle handles negative b*")
    func bluishSkin() {
        #expect(CIELAB(lightness: 60, a: 10, b: -5).typologyAngle > 90)
        #expect(abs(CIELAB(lightness: 60, a: 0, b: 10).typologyAngle - 45) < 1e-9)
    }
}
