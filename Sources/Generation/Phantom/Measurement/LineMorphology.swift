/// Closings by short lines in four directions: what is darker than its surroundings, and how it is shaped.
///
/// A closing fills dark structures that are narrower than the line along its direction. A thin dark line is filled in every direction
/// but its own; a small dark spot is filled in all.
struct LineMorphology {
    /// Per pixel, the most that any direction fills.
    private(set) var most: [Float]
    /// Per pixel, the least that any direction fills.
    private(set) var least: [Float]

    /// Closes a plane by lines of `2 * reach + 1` pixels.
    init(_ plane: [Float], width: Int, height: Int, reach: Int) {
        most = [Float](repeating: 0, count: plane.count)
        least = [Float](repeating: .infinity, count: plane.count)
        for step in [(1, 0), (0, 1), (1, 1), (1, -1)] {
            let raised = Self.extreme(plane, width, height, step, reach, sign: 1)
            let closed = Self.extreme(raised, width, height, step, reach, sign: -1)
            for pixel in 0..<plane.count {
                let depth = closed[pixel] - plane[pixel]
                most[pixel] = max(most[pixel], depth)
                least[pixel] = min(least[pixel], depth)
            }
        }
    }

    /// The largest (sign 1) or smallest (sign -1) value along a line around each pixel.
    private static func extreme(
        _ plane: [Float], _ width: Int, _ height: Int, _ step: (x: Int, y: Int), _ reach: Int, sign: Float
    ) -> [Float] {
        var result = plane
        // Safety: neighbours are taken only where both coordinates lie inside the plane.
        plane.withUnsafeBufferPointer { plane in
            result.withUnsafeMutableBufferPointer { result in
                for y in 0..<height {
                    for x in 0..<width {
                        result[y * width + x] =
                            sign * peak(plane, (x, y), (width, height), step, reach, sign: sign)
                    }
                }
            }
        }
        return result
    }

    @inline(__always)
    private static func peak(
        _ plane: UnsafeBufferPointer<Float>, _ place: (x: Int, y: Int), _ size: (width: Int, height: Int),
        _ step: (x: Int, y: Int), _ reach: Int, sign: Float
    ) -> Float {
        var best = -Float.infinity
        for offset in -reach...reach {
            let (x, y) = (place.x + offset * step.x, place.y + offset * step.y)
            guard x >= 0, x < size.width, y >= 0, y < size.height else { continue }
            best = max(best, sign * plane[y * size.width + x])
        }
        return best
    }
}
