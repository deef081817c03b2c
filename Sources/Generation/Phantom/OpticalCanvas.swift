import Images

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A square picture in linear light, first as optical density (natural logarithms), then as light.
///
/// Pigments multiply light, so skin and lesion are added as densities; opaque and shining things are laid over the
/// light afterwards. Planes are row-major, `size * size` values each.
struct OpticalCanvas {
    /// Pixels along the side.
    let size: Int
    /// The red plane.
    var red: [Float]
    /// The green plane.
    var green: [Float]
    /// The blue plane.
    var blue: [Float]

    /// A canvas filled with one colour's density.
    init(size: Int, colour: CIELAB) {
        self.size = size
        let density = Self.density(of: colour)
        red = [Float](repeating: density.x, count: size * size)
        green = [Float](repeating: density.y, count: size * size)
        blue = [Float](repeating: density.z, count: size * size)
    }

    /// The natural logarithm of a colour's linear light, kept above 0.15 % of white.
    static func density(of colour: CIELAB) -> SIMD3<Float> {
        let light = light(of: colour)
        return SIMD3(
            Float(log(light.x)), Float(log(light.y)), Float(log(light.z)))
    }

    /// A colour's linear light, brought into 0.0015...1.
    static func light(of colour: CIELAB) -> SIMD3<Double> {
        let light = colour.linearRGB
        return SIMD3(
            min(max(light.x, 0.0015), 1), min(max(light.y, 0.0015), 1), min(max(light.z, 0.0015), 1))
    }

    /// The gain in density that changes L* by 1 around a lightness: dL* = (L* + 16) / 3 * d ln Y.
    static func densityPerLightness(at lightness: Double) -> Float { Float(3 / (lightness + 16)) }

    /// Runs a kernel on the three planes.
    mutating func withPlanes(
        _ body: (
            UnsafeMutableBufferPointer<Float>, UnsafeMutableBufferPointer<Float>,
            UnsafeMutableBufferPointer<Float>
        ) -> Void
    ) {
        // Safety: three separate arrays, so no aliasing; the pointers do not outlive the closures.
        red.withUnsafeMutableBufferPointer { red in
            green.withUnsafeMutableBufferPointer { green in
                blue.withUnsafeMutableBufferPointer { blue in body(red, green, blue) }
            }
        }
    }

    /// Turns density into light.
    mutating func exposeDensity() {
        withPlanes { red, green, blue in
            for pixel in 0..<red.count {
                red[pixel] = Approximation.exponential(red[pixel])
                green[pixel] = Approximation.exponential(green[pixel])
                blue[pixel] = Approximation.exponential(blue[pixel])
            }
        }
    }

    /// Lays an opaque colour over one pixel of light.
    @inline(__always)
    static func cover(_ light: inout Float, with colour: Float, by coverage: Float) {
        light += coverage * (colour - light)
    }
}
