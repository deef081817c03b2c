/// Resampling taps in Pillow's 8-bit fixed point: weights of 22 fractional bits, sums rounded half up and clamped.
struct PillowTaps {
    private static let bits: Int32 = 22
    private let starts: [Int]
    /// The weights of output position i are `weights[offsets[i]..<offsets[i + 1]]`.
    private let offsets: [Int]
    private let weights: [Int32]

    /// Rounds the weights of `taps` half away from zero.
    init(_ taps: ResampleTaps) {
        starts = taps.runs.map(\.start)
        var offsets = [0]
        var weights: [Int32] = []
        for run in taps.runs {
            weights += run.weights.map {
                Int32(($0 * Double(1 << Self.bits)).rounded(.toNearestOrAwayFromZero))
            }
            offsets.append(weights.count)
        }
        self.offsets = offsets
        self.weights = weights
    }

    /// Resamples the middle axis of `values`, `[outer, length, inner]`, to `[outer, starts.count, inner]`.
    func pass(_ values: [UInt8], outer: Int, length: Int, inner: Int) -> [UInt8] {
        let row = starts.count * inner
        return [UInt8](unsafeUninitializedCapacity: outer * row) { result, count in
            var sums = [Int32](repeating: 0, count: inner)
            for block in 0..<outer {
                for position in starts.indices {
                    accumulate(
                        values, from: (block * length + starts[position]) * inner, position, into: &sums)
                    for channel in 0..<inner {
                        // Safety: block < outer, position < starts.count, channel < inner: each byte is set once.
                        let at = block * row + position * inner + channel
                        result[at] = UInt8(truncatingIfNeeded: min(max(sums[channel] >> Self.bits, 0), 255))
                    }
                }
            }
            count = outer * row
        }
    }

    private func accumulate(_ values: [UInt8], from start: Int, _ position: Int, into sums: inout [Int32]) {
        for channel in sums.indices { sums[channel] = 1 << (Self.bits - 1) }
        var at = start
        for tap in offsets[position]..<offsets[position + 1] {
            let weight = weights[tap]
            for channel in sums.indices { sums[channel] &+= Int32(values[at + channel]) &* weight }
            at += sums.count
        }
    }
}
