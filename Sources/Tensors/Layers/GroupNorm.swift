import CKernels

/// Normalises groups of channels over a whole map (Wu & He 2018); statistics are accumulated in Double.
package struct GroupNorm: Sendable {
    private let groups: Int
    private let weight: Tensor
    private let bias: Tensor
    private let epsilon: Float
    private let engine: Engine

    /// - Parameters:
    ///   - groups: neighbouring channels are normalised together in so many groups.
    ///   - weight: one factor for each channel.
    ///   - bias: one summand for each channel.
    ///   - epsilon: added to the variance.
    ///   - engine: says how many threads share the work.
    package init(groups: Int, weight: Tensor, bias: Tensor, epsilon: Float, on engine: Engine) {
        precondition(groups > 0 && weight.count % groups == 0, "\(weight.count) channels in \(groups) groups")
        precondition(bias.count == weight.count, "a bias has \(weight.count) numbers, found \(bias.count)")
        self.groups = groups
        self.weight = weight
        self.bias = bias
        self.epsilon = epsilon
        self.engine = engine
    }

    /// - Parameter x: `[height, width, channels]`, or `[positions, channels]`.
    /// - Returns: the same extents, after `activation`.
    package func callAsFunction(_ x: Tensor, activation: Activation = .none) -> Tensor {
        precondition(
            weight.count == x.lastExtent, "a norm of \(weight.count) channels cannot take \(x.shape)")
        let map = channelMap(of: x)
        var result = Tensor(uninitialized: x.shape)
        let bands = Self.bands(of: x)
        x.withMatrix { x in
            result.withMutableMatrix { y in
                map.withPointers { scale, shift in
                    // Safety: the bands only read them, and `run` returns before the pointers end.
                    nonisolated(unsafe) let (scale, shift) = (scale, shift)
                    engine.workers.run(tiles: bands.count) { band in
                        let (from, to) = (x.rows(bands[band]), y.rows(bands[band]))
                        kernel_affine(
                            to.base, to.stride, from.base, from.stride, from.rows, from.columns, scale,
                            map.offset, shift,
                            activation.kernel)
                    }
                }
            }
        }
        return result
    }

    /// Rows that are treated together; they depend on the extents only.
    private static func bands(of x: Tensor) -> [Range<Int>] {
        Workers.tiles(of: x.rowCount, parts: max(1, min(16, x.count >> 16)), unit: 1)
    }

    /// The norm of this map as one factor and summand for each channel.
    private func channelMap(of x: Tensor) -> ColumnAffine {
        let channels = weight.count
        let (sums, squares) = columnSums(of: x)
        let (weights, biases) = (weight.values, bias.values)
        let size = channels / groups
        let number = Double(x.rowCount * size)
        var (scale, shift) = ([Float](repeating: 0, count: channels), [Float](repeating: 0, count: channels))
        for group in 0..<groups {
            let range = group * size..<(group + 1) * size
            let mean = sums[range].reduce(0, +) / number
            let variance = max(0, squares[range].reduce(0, +) / number - mean * mean)
            let factor = 1 / (variance + Double(epsilon)).squareRoot()
            for channel in range {
                scale[channel] = Float(Double(weights[channel]) * factor)
                shift[channel] = Float(Double(biases[channel]) - mean * Double(weights[channel]) * factor)
            }
        }
        return ColumnAffine(
            scale: Tensor(shape: [channels], values: scale), shift: Tensor(shape: [channels], values: shift))
    }

    /// The sum and the sum of squares of each channel: bands of rows beside each other, then added in order.
    private func columnSums(of x: Tensor) -> (sums: [Double], squares: [Double]) {
        let (channels, bands) = (weight.count, Self.bands(of: x))
        var parts = [Double](repeating: 0, count: bands.count * 2 * channels)
        x.withMatrix { x in
            parts.withUnsafeMutableBufferPointer { parts in
                // Safety: a band writes only its own part, and `run` returns before the buffer ends.
                nonisolated(unsafe) let parts = parts
                engine.workers.run(tiles: bands.count) { band in
                    guard let sums = parts.baseAddress.map({ $0 + band * 2 * channels }) else { return }
                    let rows = x.rows(bands[band])
                    // Safety: each band has 2 * channels numbers of its own in `parts`.
                    kernel_column_sums(rows.base, rows.rows, rows.columns, sums, sums + channels)
                }
            }
        }
        var total = [Double](repeating: 0, count: 2 * channels)
        for (index, part) in parts.enumerated() { total[index % (2 * channels)] += part }
        return (Array(total[..<channels]), Array(total[channels...]))
    }
}
