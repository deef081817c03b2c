import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A stroke of violet surgical ink around the lesion: an arc. Lengths are fractions of the image side.
struct InkStroke: Sendable, Hashable {
    /// Distance of the arc from the image's middle.
    var radius: Double
    /// Where it starts, turns.
    var start: Double
    /// How far it goes, turns.
    var sweep: Double
    /// Half of its width.
    var halfWidth: Double

    /// Draws a stroke in the outer part of the image.
    static func draw(stream: inout RandomStream) -> InkStroke {
        InkStroke(
            radius: stream.nextUniform(0.40, 0.50), start: stream.nextUniform(),
            sweep: stream.nextUniform(0.06, 0.16),
            halfWidth: stream.nextUniform(0.012, 0.024))
    }

    /// Filters light as the ink does: transmittance 0.30 red, 0.22 green, 0.62 blue.
    func paint(on canvas: inout OpticalCanvas) {
        let size = canvas.size
        let scale = Float(size)
        let (radius, halfWidth) = (Float(radius), Float(halfWidth))
        canvas.withPlanes { red, green, blue in
            for pixel in 0..<red.count {
                let dx = (Float(pixel % size) + 0.5) / scale - 0.5
                let dy = (Float(pixel / size) + 0.5) / scale - 0.5
                let square = dx * dx + dy * dy
                guard square > 0.1225 else { continue }
                let edge = (halfWidth - abs(square.squareRoot() - radius)) * scale + 0.5
                guard edge > 0 else { continue }
                let turns = Approximation.angle(x: dx, y: dy) - Float(start)
                let along = turns - turns.rounded(.down)
                let ends = min(along, Float(sweep) - along) * 6.2832 * radius * scale + 0.5
                let share = min(max(edge, 0), 1) * min(max(ends, 0), 1)
                red[pixel] *= 1 - 0.70 * share
                green[pixel] *= 1 - 0.78 * share
                blue[pixel] *= 1 - 0.38 * share
            }
        }
    }
}
