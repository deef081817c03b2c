import Tensors

/// `WeightTable.vgg()` by plain loops in double precision: convolution, ReLU, 2x2 maximum, twice; mean; linear.
struct NaiveVGG {
    private let table: WeightTable

    init(_ table: WeightTable) { self.table = table }

    func scores(of image: Tensor) throws -> [Float] {
        var map = Map(
            height: image.shape[0], width: image.shape[1], channels: 3, values: image.values.map(Double.init))
        for name in ["features.0", "features.3"] {
            map = pooled(
                convolved(map, try table.tensor(name + ".weight"), try table.tensor(name + ".bias").values))
        }
        let means = (0..<map.channels).map { map.mean(channel: $0) }
        let weight = try table.tensor("classifier.weight").values
        let bias = try table.tensor("classifier.bias").values
        var result: [Float] = []
        for row in bias.indices {
            var sum = Double(bias[row])
            for column in means.indices { sum += means[column] * Double(weight[row * means.count + column]) }
            result.append(Float(sum))
        }
        return result
    }

    private struct Map {
        let height, width, channels: Int
        var values: [Double]

        func mean(channel: Int) -> Double {
            var sum = 0.0
            for at in stride(from: channel, to: values.count, by: channels) { sum += values[at] }
            return sum / Double(width * height)
        }

        /// The value at a place; zero outside.
        subscript(y: Int, x: Int, channel: Int) -> Double {
            guard (0..<height).contains(y), (0..<width).contains(x) else { return 0 }
            return values[(y * width + x) * channels + channel]
        }
    }

    private func convolved(_ x: Map, _ weight: Tensor, _ bias: [Float]) -> Map {
        let outputs = weight.shape[0]
        var result = Map(
            height: x.height, width: x.width, channels: outputs,
            values: [Double](repeating: 0, count: x.height * x.width * outputs))
        let weights = weight.values
        for index in result.values.indices {
            let output = index % outputs
            let y = index / outputs / x.width
            let column = index / outputs % x.width
            var sum = Double(bias[output])
            for term in 0..<(9 * x.channels) {
                let tap = term % 9
                let value: Double = x[y + tap / 3 - 1, column + tap % 3 - 1, term / 9]
                sum += value * Double(weights[output * 9 * x.channels + term])
            }
            result.values[index] = max(0, sum)
        }
        return result
    }

    private func pooled(_ x: Map) -> Map {
        let height = x.height / 2
        let width = x.width / 2
        var result = Map(
            height: height, width: width, channels: x.channels,
            values: [Double](repeating: 0, count: height * width * x.channels))
        for index in result.values.indices {
            let channel = index % x.channels
            let y = 2 * (index / x.channels / width)
            let column = 2 * (index / x.channels % width)
            let upper: Double = max(x[y, column, channel], x[y, column + 1, channel])
            let lower: Double = max(x[y + 1, column, channel], x[y + 1, column + 1, channel])
            result.values[index] = max(upper, lower)
        }
        return result
    }
}
