#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Shape figures that need the area of an outline: eccentricity and asymmetry.
///
/// Asymmetry is the area of non-overlap after a flip about a principal axis, over twice the area.
struct LesionSymmetry: Sendable, Hashable {
    /// sqrt(1 - minor^2 / major^2) of the ellipse with the same second moments.
    var eccentricity: Double
    /// Asymmetry after a flip about the major axis.
    var major: Double
    /// Asymmetry after a flip about the minor axis.
    var minor: Double

    /// Measures an outline on a polar grid of its table of radii.
    ///
    /// Moments of a star-shaped region are integrals over its outline: area of r^2/2, first moments of r^3/3, second
    /// moments of r^4/4. The flips are judged on a grid of 56 x 56 points over the lesion.
    init(_ contour: LesionContour) {
        let radii = contour.radii
        let (centre, angle, ratio) = Self.axes(radii: radii)
        eccentricity = max(0, 1 - ratio).squareRoot()
        let grid = Grid(radii: radii, centre: centre, angle: angle)
        major = grid.asymmetry(flip: SIMD2(1, -1))
        minor = grid.asymmetry(flip: SIMD2(-1, 1))
    }

    private static func axes(radii: [Double]) -> (centre: SIMD2<Double>, angle: Double, ratio: Double) {
        var (area, first) = (0.0, SIMD2<Double>(0, 0))
        var (xx, xy, yy) = (0.0, 0.0, 0.0)
        for (index, radius) in radii.enumerated() {
            let angle = Double(index) / Double(radii.count) * 2 * .pi
            let (dx, dy, square) = (cos(angle), sin(angle), radius * radius)
            area += square / 2
            first += SIMD2(dx, dy) * (square * radius / 3)
            xx += dx * dx * square * square / 4
            xy += dx * dy * square * square / 4
            yy += dy * dy * square * square / 4
        }
        let centre = first / area
        let (sxx, sxy, syy) = (
            xx / area - centre.x * centre.x, xy / area - centre.x * centre.y, yy / area - centre.y * centre.y
        )
        let spread = (((sxx - syy) / 2) * ((sxx - syy) / 2) + sxy * sxy).squareRoot()
        let mean = (sxx + syy) / 2
        return (centre, 0.5 * atan2(2 * sxy, sxx - syy), max(0, mean - spread) / (mean + spread))
    }

    /// Points around the centroid, along the principal axes.
    private struct Grid {
        let radii: [Double]
        let centre: SIMD2<Double>
        let angle: Double
        let count = 56

        func asymmetry(flip: SIMD2<Double>) -> Double {
            let reach = (radii.max() ?? 0) * 1.3
            let (c, s) = (cos(angle), sin(angle))
            var (area, apart) = (0, 0)
            for row in 0..<count {
                for column in 0..<count {
                    let u = (Double(column) + 0.5) / Double(count) * 2 * reach - reach
                    let v = (Double(row) + 0.5) / Double(count) * 2 * reach - reach
                    let here = contains(u * c - v * s, u * s + v * c)
                    let (fu, fv) = (u * flip.x, v * flip.y)
                    let there = contains(fu * c - fv * s, fu * s + fv * c)
                    area += here ? 1 : 0
                    apart += here == there ? 0 : 1
                }
            }
            return area == 0 ? 0 : Double(apart) / Double(2 * area)
        }

        /// Whether a point given from the centroid lies inside the outline.
        private func contains(_ dx: Double, _ dy: Double) -> Bool {
            let (x, y) = (dx + centre.x, dy + centre.y)
            let turns = Approximation.angle(x: Float(x), y: Float(y))
            let index = Int(turns * Float(radii.count) + 0.5) % radii.count
            return x * x + y * y < radii[index] * radii[index]
        }
    }
}
