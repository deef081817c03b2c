#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A connected set of pixels (8-neighbourhood).
struct Component: Sendable {
    /// Indices of its pixels.
    var pixels: [Int]
    /// First and last column.
    var columns: ClosedRange<Int>
    /// First and last row.
    var rows: ClosedRange<Int>

    /// The diagonal of the box around it, in pixels.
    var diagonal: Double { hypot(Double(columns.count), Double(rows.count)) }

    /// The connected sets of the pixels that a mask marks, in row-major order of their first pixels.
    static func all(in mask: [UInt8], width: Int, height: Int) -> [Component] {
        var open = mask
        var found: [Component] = []
        for start in mask.indices where open[start] != 0 {
            found.append(collect(from: start, open: &open, width: width, height: height))
        }
        return found
    }

    private static func collect(from start: Int, open: inout [UInt8], width: Int, height: Int) -> Component {
        var stack = [start]
        open[start] = 0
        let (x, y) = (start % width, start / width)
        var component = Component(pixels: [], columns: x...x, rows: y...y)
        while let pixel = stack.popLast() {
            component.add(pixel, width: width)
            let (x, y) = (pixel % width, pixel / width)
            for row in max(0, y - 1)...min(height - 1, y + 1) {
                for column in max(0, x - 1)...min(width - 1, x + 1) where open[row * width + column] != 0 {
                    open[row * width + column] = 0
                    stack.append(row * width + column)
                }
            }
        }
        return component
    }

    private mutating func add(_ pixel: Int, width: Int) {
        let (x, y) = (pixel % width, pixel / width)
        pixels.append(pixel)
        columns = min(columns.lowerBound, x)...max(columns.upperBound, x)
        rows = min(rows.lowerBound, y)...max(rows.upperBound, y)
    }
}
