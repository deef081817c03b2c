/// Pairs of neighbours in OpenCV's 8-bit fixed point: weights of 11 bits.
struct OpenCVTaps {
    private static let scale: Double = 2048
    private let first: [Int]
    private let second: [Int]
    private let firstWeights: [Int32]
    private let secondWeights: [Int32]

    /// Rounds the weights of `neighbours`, halves to even, and moves positions outside the image to its border.
    init(_ neighbours: NeighbourPairs) {
        let last = neighbours.input - 1
        first = neighbours.pairs.map { min(max($0.index, 0), last) }
        second = neighbours.pairs.map { min(max($0.index + 1, 0), last) }
        firstWeights = neighbours.pairs.map { Self.rounded(1 - $0.fraction) }
        secondWeights = neighbours.pairs.map { Self.rounded($0.fraction) }
    }

    private static func rounded(_ weight: Double) -> Int32 {
        Int32((weight * scale).rounded(.toNearestOrEven))
    }

    /// One row of RGB pixels that starts at `offset`, resampled; values are 2048 times too large.
    func line(_ pixels: [UInt8], from offset: Int) -> [Int32] {
        var result = [Int32](repeating: 0, count: 3 * first.count)
        for position in first.indices {
            let (left, right) = (offset + 3 * first[position], offset + 3 * second[position])
            for channel in 0..<3 {
                result[3 * position + channel] =
                    Int32(pixels[left + channel]) * firstWeights[position]
                    + Int32(pixels[right + channel]) * secondWeights[position]
            }
        }
        return result
    }

    /// Writes output row `row`, a blend of two of `lines`, with OpenCV's truncations (`VResizeLinear`).
    func blend(_ lines: [[Int32]], at row: Int, into result: inout [UInt8], from offset: Int) {
        let (upper, lower) = (lines[first[row]], lines[second[row]])
        for index in upper.indices {
            let above = (firstWeights[row] * (upper[index] >> 4)) >> 16
            let below = (secondWeights[row] * (lower[index] >> 4)) >> 16
            result[offset + index] = UInt8((above + below + 2) >> 2)
        }
    }
}
