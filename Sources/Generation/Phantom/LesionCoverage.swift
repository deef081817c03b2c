#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// How far each pixel belongs to a lesion: the outline's mask and the soft coverage of its border and streaks.
struct LesionCoverage {
    /// 1 inside the outline, 0 outside; row-major.
    private(set) var mask: [UInt8]
    /// 0...1; row-major.
    private(set) var coverage: [Float]

    private let size: Int
    private let contour: LesionContour

    /// Rasterises a lesion; `fray` is a field of unit standard deviation that roughens the border.
    init(_ lesion: Lesion, size: Int, fray: [Float]) {
        self.size = size
        contour = lesion.contour
        mask = [UInt8](repeating: 0, count: size * size)
        coverage = [Float](repeating: 0, count: size * size)
        fill(borderWidth: lesion.borderWidth, roughness: 0.003 + 0.006 * lesion.atypia, fray: fray)
        for streak in lesion.streaks { add(streak) }
    }

    /// Outline radius and the factor that turns a radial difference into a distance, by direction.
    private var table: [(radius: Float, slant: Float)] {
        let radii = contour.radii
        let step = 2 * Double.pi / Double(radii.count)
        return radii.indices.map { index in
            let (before, after) = (
                radii[(index + radii.count - 1) % radii.count], radii[(index + 1) % radii.count]
            )
            let slope = (after - before) / (2 * step)
            let radius = radii[index]
            return (Float(radius), Float(radius / (radius * radius + slope * slope).squareRoot()))
        }
    }

    private mutating func fill(borderWidth: Double, roughness: Double, fray: [Float]) {
        let table = table
        let scale = Float(size)
        // A logistic edge falls from 80 to 20 % over 2 ln 4 = 2.77 of its scale.
        let sharpness = Float(2.77 / borderWidth)
        let reach = (table.map(\.radius).max() ?? 0) + Float(borderWidth) * 2.5
        let columns = SoftSpot.pixels(
            from: Float(contour.x) - reach, to: Float(contour.x) + reach, size: size)
        for row in SoftSpot.pixels(from: Float(contour.y) - reach, to: Float(contour.y) + reach, size: size) {
            let dy = (Float(row) + 0.5) / scale - Float(contour.y)
            for column in columns {
                let dx = (Float(column) + 0.5) / scale - Float(contour.x)
                let turns = Approximation.angle(x: dx, y: dy) * Float(LesionContour.directions)
                let index = Int(turns)
                let (low, high) = (table[index % table.count], table[(index + 1) % table.count])
                let part = turns - Float(index)
                let radius = low.radius + part * (high.radius - low.radius)
                let distance = ((dx * dx + dy * dy).squareRoot() - radius) * low.slant
                let pixel = row * size + column
                mask[pixel] = distance < 0 ? 1 : 0
                let ragged = distance + Float(roughness) * fray[pixel]
                coverage[pixel] = Approximation.logistic(-ragged * sharpness)
            }
        }
    }

    /// Lays a tapered streak across the border.
    private mutating func add(_ streak: LesionStreak) {
        let angle = streak.direction * 2 * .pi
        let (ux, uy) = (Float(cos(angle)), Float(sin(angle)))
        let start = Float(contour.radius(at: angle) - 0.35 * streak.length)
        let length = Float(streak.length)
        let (x0, y0) = (Float(contour.x) + ux * start, Float(contour.y) + uy * start)
        let (x1, y1) = (x0 + ux * length, y0 + uy * length)
        let scale = Float(size)
        let pad = Float(streak.halfWidth) + 1.5 / scale
        let columns = SoftSpot.pixels(from: min(x0, x1) - pad, to: max(x0, x1) + pad, size: size)
        for row in SoftSpot.pixels(from: min(y0, y1) - pad, to: max(y0, y1) + pad, size: size) {
            let dy = (Float(row) + 0.5) / scale - y0
            for column in columns {
                let dx = (Float(column) + 0.5) / scale - x0
                let along = min(max((dx * ux + dy * uy) / length, 0), 1)
                let (ex, ey) = (dx - along * length * ux, dy - along * length * uy)
                let width = Float(streak.halfWidth) * (1 - 0.5 * along)
                let edge = (width - (ex * ex + ey * ey).squareRoot()) * scale
                let strength = 0.85 * min(max(0.5 + 0.7 * edge, 0), 1)
                let pixel = row * size + column
                coverage[pixel] = max(coverage[pixel], strength)
            }
        }
    }
}
