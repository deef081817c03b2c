import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A star-shaped outline r(theta) = r0 (1 + sum over k = 2...8 of a_k cos(k theta + phi_k)).
///
/// Lengths are fractions of the image side.
struct LesionContour: Sendable, Hashable {
    /// Centre, from the left.
    var x: Double
    /// Centre, from the top.
    var y: Double
    /// r0.
    var meanRadius: Double
    /// a_2 ... a_8.
    var amplitudes: [Double]
    /// phi_2 ... phi_8 in radians.
    var phases: [Double]

    /// Directions in the table that painting and measuring use.
    static let directions = 512

    /// Draws the outline of a lesion of a given area.
    ///
    /// a_2 makes the ellipse (eccentricity 0.69, sd 0.14 in 105 HAM10000 images); a_3 ... a_8 fall as k^-0.5 and are scaled by
    /// `irregularity`, which makes compactness and asymmetry.
    static func draw(
        areaFraction: Double, irregularity: Double, centreSpread: Double, stream: inout RandomStream
    ) -> LesionContour {
        let oval = stream.nextNormal(mean: 0.17, deviation: 0.07, within: 0.02...0.33)
        let amplitudes =
            [oval]
            + (3...8).map { order in
                irregularity * pow(Double(order), -0.5) * min(abs(stream.nextNormal()), 2)
            }
        let phases = (2...8).map { _ in stream.nextUniform(0, 2 * .pi) }
        let x = 0.5 + stream.nextNormal(mean: 0, deviation: centreSpread, within: -0.15...0.15)
        let y = 0.5 + stream.nextNormal(mean: 0, deviation: centreSpread, within: -0.15...0.15)
        var contour = LesionContour(x: x, y: y, meanRadius: 1, amplitudes: amplitudes, phases: phases)
        contour.meanRadius = (areaFraction / contour.unclippedArea).squareRoot()
        return contour
    }

    /// Distance of the outline from the centre in a direction given in radians.
    func radius(at angle: Double) -> Double {
        var sum = 1.0
        for index in 0..<amplitudes.count {
            sum += amplitudes[index] * cos(Double(index + 2) * angle + phases[index])
        }
        return meanRadius * max(sum, 0.25)
    }

    /// The outline's distance in `directions` equal steps of a turn.
    var radii: [Double] {
        (0..<Self.directions).map { radius(at: Double($0) / Double(Self.directions) * 2 * .pi) }
    }

    /// Enclosed area as a fraction of the image, were the image unbounded.
    var unclippedArea: Double {
        radii.reduce(0) { $0 + $1 * $1 } * .pi / Double(Self.directions)
    }

    /// Enclosed area inside the frame, as a fraction of the image.
    var areaFraction: Double {
        var sum = 0.0
        for (index, radius) in radii.enumerated() {
            let angle = Double(index) / Double(Self.directions) * 2 * .pi
            let inside = min(radius, distanceToFrame(angle: angle))
            sum += inside * inside
        }
        return sum * .pi / Double(Self.directions)
    }

    /// Perimeter squared over 4 pi area: 1 for a disc.
    var compactness: Double {
        let radii = radii
        let points = radii.enumerated().map { index, radius in
            let angle = Double(index) / Double(Self.directions) * 2 * .pi
            return SIMD2(radius * cos(angle), radius * sin(angle))
        }
        var perimeter = 0.0
        for index in points.indices {
            let step = points[(index + 1) % points.count] - points[index]
            perimeter += (step.x * step.x + step.y * step.y).squareRoot()
        }
        return perimeter * perimeter / (4 * .pi * unclippedArea)
    }

    /// The same outline moved, and shrunk where that is not enough, so that it lies within a margin of the frame.
    func fitted(margin: Double) -> LesionContour {
        var fitted = self
        let box = bounds
        let widest = max(box.right - box.left, box.bottom - box.top)
        let shrink = min(1, (1 - 2 * margin) / widest)
        fitted.meanRadius *= shrink
        fitted.x = min(max(x, margin - box.left * shrink), 1 - margin - box.right * shrink)
        fitted.y = min(max(y, margin - box.top * shrink), 1 - margin - box.bottom * shrink)
        return fitted
    }

    /// The outline's extent around the centre.
    private var bounds: (left: Double, right: Double, top: Double, bottom: Double) {
        var box = (left: 0.0, right: 0.0, top: 0.0, bottom: 0.0)
        for (index, radius) in radii.enumerated() {
            let angle = Double(index) / Double(Self.directions) * 2 * .pi
            let (dx, dy) = (radius * cos(angle), radius * sin(angle))
            box = (min(box.left, dx), max(box.right, dx), min(box.top, dy), max(box.bottom, dy))
        }
        return box
    }

    private func distanceToFrame(angle: Double) -> Double {
        let (dx, dy) = (cos(angle), sin(angle))
        let horizontal = dx > 1e-12 ? (1 - x) / dx : dx < -1e-12 ? -x / dx : .infinity
        let vertical = dy > 1e-12 ? (1 - y) / dy : dy < -1e-12 ? -y / dy : .infinity
        return min(horizontal, vertical)
    }
}
