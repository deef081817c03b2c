import Tensors

/// Normalisations, all of them with numbers that were learned or measured before.
extension KerasLayerBuilder {
    func batchNorm() throws(ClassificationError) -> KerasOperation {
        let shape = try inputNormedOverLastAxis()
        let channels = [shape[shape.count - 1]]
        let order = gammaAndBeta + ["moving_mean", "moving_variance"]
        let norm = ChannelAffine(
            mean: try weights.tensor("moving_mean", of: order, shape: channels),
            variance: try weights.tensor("moving_variance", of: order, shape: channels),
            weight: try optional("gamma", of: order, channels),
            bias: try optional("beta", of: order, channels),
            epsilon: Float(try number("epsilon", default: 1e-3)))
        return KerasOperation(shape) { norm($0[0]) }
    }

    func layerNorm() throws(ClassificationError) -> KerasOperation {
        let shape = try inputNormedOverLastAxis()
        let (order, channels) = (gammaAndBeta, [shape[shape.count - 1]])
        let gamma = try optional("gamma", of: order, channels) ?? Tensor(repeating: 1, shape: channels)
        let beta = try optional("beta", of: order, channels) ?? Tensor(zeros: channels)
        let norm = LayerNorm(weight: gamma, bias: beta, epsilon: Float(try number("epsilon", default: 1e-3)))
        return KerasOperation(shape) { norm($0[0]) }
    }

    /// `(x - mean) / max(sqrt(variance), 1e-7)` for each channel.
    func standardisation() throws(ClassificationError) -> KerasOperation {
        let shape = try inputNormedOverLastAxis()
        guard !flag("invert", default: false) else { throw unsuitable("`invert` false", found: "true") }
        let mean = try moment("mean", channels: shape[shape.count - 1])
        let variance = try moment("variance", channels: shape[shape.count - 1])
        let factors = variance.values.map { 1 / max(Double($0).squareRoot(), 1e-7) }
        let scale = Tensor(shape: mean.shape, values: factors.map(Float.init))
        let shift = Tensor(
            shape: mean.shape, values: zip(mean.values, factors).map { Float(-Double($0) * $1) })
        return KerasOperation(shape) { $0[0].scaledByColumn(scale, shift: shift) }
    }

    func rescaling() throws(ClassificationError) -> KerasOperation {
        let shape = try input()
        let channels = shape[shape.count - 1]
        let (scale, offset) = (try perChannel("scale", channels), try perChannel("offset", channels))
        return KerasOperation(shape) { $0[0].scaledByColumn(scale, shift: offset) }
    }

    /// A moment that stands in the configuration, else in the weights, whose order is mean, variance, count.
    private func moment(_ name: String, channels: Int) throws(ClassificationError) -> Tensor {
        guard layer.configuration[name].isNull else { return try perChannel(name, channels) }
        return try weights.tensor(name, of: ["mean", "variance", "count"], shape: [channels])
    }

    /// One number for all channels or one for each, however deeply listed.
    private func perChannel(_ key: String, _ channels: Int) throws(ClassificationError) -> Tensor {
        let stated = layer.configuration[key]
        var numbers = Self.numbers(in: stated)
        if stated.isNull { numbers = [key == "scale" ? 1 : 0] }
        if numbers.count == 1 { numbers = [Double](repeating: numbers[0], count: channels) }
        guard numbers.count == channels, numbers.allSatisfy(\.isFinite) else {
            throw unsuitable("\(channels) numbers as `\(key)`", found: Self.shown(stated))
        }
        return Tensor(shape: [channels], values: numbers.map(Float.init))
    }

    private static func numbers(in value: KerasValue) -> [Double] {
        value.number.map { [$0] } ?? (value.list ?? []).flatMap(numbers)
    }

    /// The extents of the input, whose last axis is the one that is normalised.
    private func inputNormedOverLastAxis() throws(ClassificationError) -> [Int] {
        let shape = try input()
        let stated = layer.configuration["axis"]
        let axes = stated.integer.map { [$0] } ?? stated.list?.compactMap(\.integer) ?? [-1]
        guard axes == [-1] || axes == [shape.count] else {
            throw unsuitable("`axis` -1", found: "\(axes)")
        }
        return shape
    }

    /// The learned variables that the layer has, in their order.
    private var gammaAndBeta: [String] {
        (flag("scale", default: true) ? ["gamma"] : []) + (flag("center", default: true) ? ["beta"] : [])
    }

    private func optional(
        _ name: String, of order: [String], _ shape: [Int]
    ) throws(ClassificationError) -> Tensor? {
        order.contains(name) ? try weights.tensor(name, of: order, shape: shape) : nil
    }
}
