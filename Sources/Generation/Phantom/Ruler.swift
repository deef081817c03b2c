import Tensors

/// A row of black tick marks along one side. Lengths are fractions of the image side.
struct Ruler: Sendable, Hashable {
    /// 0 top, 1 right, 2 bottom, 3 left.
    var side: Int
    /// Distance of the ticks' feet from the side.
    var inset: Double
    /// Distance of neighbouring ticks.
    var spacing: Double
    /// Place of the first tick.
    var offset: Double

    /// Draws a ruler.
    static func draw(stream: inout RandomStream) -> Ruler {
        Ruler(
            side: Int(stream.nextUniform() * 4), inset: stream.nextUniform(0.008, 0.03),
            spacing: stream.nextUniform(0.055, 0.08), offset: stream.nextUniform(0, 0.05))
    }

    /// Lays the ticks over light; every fifth is longer.
    func paint(on canvas: inout OpticalCanvas) {
        var place = offset
        var index = 0
        while place < 1 {
            let length = index % 5 == 0 ? 0.065 : 0.04
            paintTick(at: Float(place), length: Float(length), on: &canvas)
            place += spacing
            index += 1
        }
    }

    private func paintTick(at place: Float, length: Float, on canvas: inout OpticalCanvas) {
        let size = canvas.size
        let scale = Float(size)
        let halfWidth: Float = 0.0045
        let across = SoftSpot.pixels(
            from: place - halfWidth - 1 / scale, to: place + halfWidth + 1 / scale, size: size)
        let along = SoftSpot.pixels(from: Float(inset), to: Float(inset) + length, size: size)
        for i in across {
            let edge = (halfWidth - abs((Float(i) + 0.5) / scale - place)) * scale + 0.5
            let share = 0.85 * min(max(edge, 0), 1)
            for j in along {
                let far = size - 1 - j
                let pixel = [j * size + i, i * size + far, far * size + i, i * size + j][side]
                OpticalCanvas.cover(&canvas.red[pixel], with: 0.012, by: share)
                OpticalCanvas.cover(&canvas.green[pixel], with: 0.012, by: share)
                OpticalCanvas.cover(&canvas.blue[pixel], with: 0.014, by: share)
            }
        }
    }
}
