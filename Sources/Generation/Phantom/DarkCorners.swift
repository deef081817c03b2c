import Tensors

/// The edge of a round field of view. Lengths are fractions of the image side.
struct DarkCorners: Sendable, Hashable {
    /// Distance from the middle where light has fallen to half.
    var radius: Double
    /// Scale of the fall.
    var softness: Double

    /// Draws a field of view that reaches into the corners only.
    static func draw(stream: inout RandomStream) -> DarkCorners {
        DarkCorners(radius: stream.nextUniform(0.585, 0.655), softness: stream.nextUniform(0.006, 0.014))
    }

    /// Dims light beyond the radius to 1.5 %.
    func paint(on canvas: inout OpticalCanvas) {
        let size = canvas.size
        let scale = 1 / Float(size)
        let (radius, sharpness) = (Float(radius), Float(1 / softness))
        canvas.withPlanes { red, green, blue in
            for pixel in 0..<red.count {
                let dx = (Float(pixel % size) + 0.5) * scale - 0.5
                let dy = (Float(pixel / size) + 0.5) * scale - 0.5
                let square = dx * dx + dy * dy
                guard square > 0.25 else { continue }
                let gain = 0.015 + 0.985 * Approximation.logistic((radius - square.squareRoot()) * sharpness)
                red[pixel] *= gain
                green[pixel] *= gain
                blue[pixel] *= gain
            }
        }
    }
}
