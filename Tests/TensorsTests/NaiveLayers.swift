@testable import Tensors

/// Each kernel done by hand in double precision, one loop for each axis.
enum NaiveLayers {
    /// `x w^T + b` for `[rows, inputs]` and `[outputs, inputs]`.
    static func linear(_ x: Tensor, _ w: Tensor, _ bias: Tensor?) -> [Double] {
        let (inputs, outputs) = (w.shape[1], w.shape[0])
        let (a, b, c) = (x.doubles, w.doubles, bias?.doubles)
        return (0..<x.rowCount * outputs).map { index in
            let (row, output) = (index / outputs, index % outputs)
            return (0..<inputs).reduce(c?[output] ?? 0) {
                $0 + a[row * inputs + $1] * b[output * inputs + $1]
            }
        }
    }

    /// A convolution of a channels-last map; `weight` is `[outputs, inputs / groups, rows, columns]`.
    static func convolution(_ x: Tensor, _ weight: Tensor, _ bias: Tensor, _ g: ConvolutionGeometry)
        -> [Double]
    {
        let (rows, columns) = g.outputExtents(of: x)
        let (a, w, b) = (x.doubles, weight.doubles, bias.doubles)
        let (height, width, depth) = (x.shape[0], x.shape[1], g.inputs / g.groups)
        return (0..<rows * columns * g.outputs).map { index in
            let (row, column, output) = (
                index / g.outputs / columns, index / g.outputs % columns, index % g.outputs
            )
            let first = output / (g.outputs / g.groups) * depth
            var sum = b[output]
            for term in 0..<g.kernelRows * g.kernelColumns * depth {
                let (input, tap) = (
                    term / (g.kernelRows * g.kernelColumns), term % (g.kernelRows * g.kernelColumns)
                )
                let y = row * g.rowStride - g.padding.top + tap / g.kernelColumns * g.rowDilation
                let x = column * g.columnStride - g.padding.left + tap % g.kernelColumns * g.columnDilation
                guard y >= 0, y < height, x >= 0, x < width else { continue }
                sum +=
                    a[(y * width + x) * g.inputs + first + input]
                    * w[output * depth * g.kernelRows * g.kernelColumns + term]
            }
            return sum
        }
    }

    /// softmax(q k^T / sqrt(width)) v for each head.
    static func attention(_ q: Tensor, _ k: Tensor, _ v: Tensor, heads: Int, causal: Bool) -> [Double] {
        let (features, keys) = (q.lastExtent, k.rowCount)
        let width = features / heads
        let (a, b, c) = (q.doubles, k.doubles, v.doubles)
        return (0..<q.rowCount * features).map { index in
            let (row, start) = (index / features, index % features / width * width)
            let scores = (0..<keys).map { key in
                causal && key > row
                    ? -Double.infinity
                    : (start..<start + width).reduce(0) {
                        $0 + a[row * features + $1] * b[key * features + $1]
                    }
                        / Double(width).squareRoot()
            }
            let weights = softmax(scores)
            return (0..<keys).reduce(0) { $0 + weights[$1] * c[$1 * features + index % features] }
        }
    }

    /// Softmax of one row.
    static func softmax(_ row: [Double]) -> [Double] {
        let largest = row.max() ?? 0
        let powers = row.map { Reference.exponential($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }

    /// (x - mean) / sqrt(variance + epsilon) of each row; the mean is 0 where `centred` is false.
    static func norm(_ x: Tensor, epsilon: Double, centred: Bool) -> [Double] {
        let width = x.lastExtent
        let values = x.doubles
        return stride(from: 0, to: values.count, by: width).flatMap { start -> [Double] in
            let row = values[start..<start + width]
            let mean = centred ? row.reduce(0, +) / Double(width) : 0
            let variance = row.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(width)
            return row.map { ($0 - mean) / (variance + epsilon).squareRoot() }
        }
    }

    /// A group norm with weight and bias of a map `[positions, channels]`.
    static func groupNorm(_ x: Tensor, groups: Int, _ weight: Tensor, _ bias: Tensor, epsilon: Double)
        -> [Double]
    {
        let channels = x.lastExtent
        let size = channels / groups
        let (values, w, b) = (x.doubles, weight.doubles, bias.doubles)
        let moments = (0..<groups).map { group -> (Double, Double) in
            let part = values.indices.filter { $0 % channels / size == group }.map { values[$0] }
            let mean = part.reduce(0, +) / Double(part.count)
            return (mean, part.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(part.count))
        }
        return values.indices.map { index in
            let channel = index % channels
            let (mean, variance) = moments[channel / size]
            return (values[index] - mean) / (variance + epsilon).squareRoot() * w[channel] + b[channel]
        }
    }
}
