import Tensors

/// A bubble in the immersion gel. Lengths are fractions of the image side.
struct GelBubble: Sendable, Hashable {
    /// Centre, from the left.
    var x: Float
    /// Centre, from the top.
    var y: Float
    /// Outer radius.
    var radius: Float

    /// Draws a bubble.
    static func draw(zoom: Double, stream: inout RandomStream) -> GelBubble {
        GelBubble(
            x: Float(stream.nextUniform(0.02, 0.98)), y: Float(stream.nextUniform(0.02, 0.98)),
            radius: Float(stream.nextUniform(0.014, 0.042) * zoom))
    }

    /// Shines: a bright rim, brightest towards the lamp at the upper left, around a slightly brighter inside.
    func paint(on canvas: inout OpticalCanvas) {
        let size = canvas.size
        let scale = Float(size)
        let rim = max(radius * 0.28, 0.8 / scale)
        let columns = SoftSpot.pixels(from: x - radius - rim, to: x + radius + rim, size: size)
        for row in SoftSpot.pixels(from: y - radius - rim, to: y + radius + rim, size: size) {
            let dy = (Float(row) + 0.5) / scale - y
            for column in columns {
                let dx = (Float(column) + 0.5) / scale - x
                let distance = (dx * dx + dy * dy).squareRoot()
                let off = (distance - radius + rim * 0.5) / rim
                let ring = max(0, 1 - off * off)
                let lamp = 0.5 - 0.5 * (dx + dy) / (1.4142 * max(distance, 1e-6))
                let inside: Float = distance < radius ? 0.06 : 0
                let shine = min(inside + ring * (0.08 + 0.55 * lamp * lamp), 0.8)
                let pixel = row * size + column
                OpticalCanvas.cover(&canvas.red[pixel], with: 0.95, by: shine)
                OpticalCanvas.cover(&canvas.green[pixel], with: 0.95, by: shine)
                OpticalCanvas.cover(&canvas.blue[pixel], with: 0.95, by: shine)
            }
        }
    }
}
