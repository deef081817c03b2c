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

    /// The largest (sign 1) or smallest (sign -1) value along a line around each pixel; the plane ends at its edges.
    private static func extreme(
        _ plane: [Float], _ width: Int, _ height: Int, _ step: (x: Int, y: Int), _ reach: Int, sign: Float
    ) -> [Float] {
        var result = plane.map { sign * $0 }
        let signed = result
        // Safety: rows and columns are cut so that both the pixel and its neighbour lie inside the plane.
        signed.withUnsafeBufferPointer { source in
            result.withUnsafeMutableBufferPointer { result in
                for offset in -reach...reach where offset != 0 {
                    let (dx, dy) = (offset * step.x, offset * step.y)
                    let columns = max(0, -dx)..<max(max(0, -dx), min(width, width - dx))
                    for y in max(0, -dy)..<max(max(0, -dy), min(height, height - dy)) {
                        raise(result, y * width, to: source, (y + dy) * width + dx, columns)
                    }
                }
            }
        }
        return sign == 1 ? result : result.map { -$0 }
    }

    /// Raises a piece of a row to another piece, where that is higher.
    @inline(__always)
    private static func raise(
        _ result: UnsafeMutableBufferPointer<Float>, _ start: Int, to source: UnsafeBufferPointer<Float>,
        _ other: Int, _ columns: Range<Int>
    ) {
        for x in columns {
            let neighbour = source[other + x]
            result[start + x] = neighbour > result[start + x] ? neighbour : result[start + x]
        }
    }
}
