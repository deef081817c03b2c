/// A round spot with a soft edge. Lengths are fractions of the image side.
struct SoftSpot: Sendable, Hashable {
    /// Centre, from the left.
    var x: Float
    /// Centre, from the top.
    var y: Float
    /// Distance from the centre at which the strength has fallen to half.
    var radius: Float
    /// Strength at the centre, 0...1.
    var strength: Float

    /// Adds a density, scaled by the spot's strength, to the canvas.
    func add(density: SIMD3<Float>, to canvas: inout OpticalCanvas) {
        forEachPixel(size: canvas.size) { pixel, weight in
            canvas.red[pixel] += weight * density.x
            canvas.green[pixel] += weight * density.y
            canvas.blue[pixel] += weight * density.z
        }
    }

    /// Calls `body` with each touched pixel and the spot's strength there.
    func forEachPixel(size: Int, _ body: (Int, Float) -> Void) {
        let scale = Float(size)
        // A spot thinner than a pixel keeps its mass: it is widened and weakened.
        let drawn = max(radius, 0.5 / scale)
        let peak = strength * (radius / drawn) * (radius / drawn)
        let reach = drawn * 2.2
        let columns = Self.pixels(from: x - reach, to: x + reach, size: size)
        for row in Self.pixels(from: y - reach, to: y + reach, size: size) {
            let dy = (Float(row) + 0.5) / scale - y
            for column in columns {
                let dx = (Float(column) + 0.5) / scale - x
                let square = (dx * dx + dy * dy) / (drawn * drawn)
                // Half at distance 1, negligible at 2.2.
                body(row * size + column, peak * Approximation.exponential(-0.693 * square * square))
            }
        }
    }

    /// The pixels whose centres may lie between two positions, cut to the image.
    static func pixels(from low: Float, to high: Float, size: Int) -> Range<Int> {
        let first = min(max(Int((low * Float(size)).rounded(.down)), 0), size)
        let last = min(max(Int((high * Float(size)).rounded(.up)), first), size)
        return first..<last
    }
}
