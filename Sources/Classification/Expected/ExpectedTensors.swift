import Weights

/// Collects the tensors of an architecture, layer by layer.
struct ExpectedTensors {
    /// A file that may be of the architecture: libraries differ in how they name a head, and in what is optional.
    let source: any WeightSource
    private(set) var list: [ExpectedTensor] = []

    init(for source: any WeightSource) {
        self.source = source
    }

    /// A tensor of its own.
    mutating func tensor(_ name: String, _ shape: [Int?], isOptional: Bool = false) {
        list.append(ExpectedTensor(name: name, shape: shape, isOptional: isOptional))
    }

    /// A convolution with square or other windows.
    ///
    /// - Parameter isBiased: whether it must have a bias; one that a norm follows may have one.
    mutating func convolution(
        _ name: String, _ inputs: Int, _ outputs: Int, kernel: (Int, Int), groups: Int = 1,
        isBiased: Bool = false
    ) {
        tensor(name + ".weight", [outputs, inputs / groups, kernel.0, kernel.1])
        tensor(name + ".bias", [outputs], isOptional: !isBiased)
    }

    /// A batch norm; Keras' may have neither a factor nor a summand.
    mutating func norm(_ name: String, _ channels: Int) {
        for part in ["weight", "bias"] { tensor("\(name).\(part)", [channels], isOptional: true) }
        for part in ["running_mean", "running_var"] { tensor("\(name).\(part)", [channels]) }
    }

    /// A convolution and the norm behind it.
    mutating func normed(
        _ name: String, norm: String, _ inputs: Int, _ outputs: Int, kernel: Int, groups: Int = 1
    ) {
        convolution(name, inputs, outputs, kernel: (kernel, kernel), groups: groups)
        self.norm(norm, outputs)
    }

    /// A linear layer.
    mutating func linear(_ name: String, _ inputs: Int?, _ outputs: Int?) {
        tensor(name + ".weight", [outputs, inputs])
        tensor(name + ".bias", [outputs])
    }

    /// A linear layer that may be written as a convolution of one pixel.
    mutating func gate(_ name: String, _ inputs: Int, _ outputs: Int) {
        let isFlat = source.shape(of: name + ".weight")?.count == 2
        tensor(name + ".weight", isFlat ? [outputs, inputs] : [outputs, inputs, 1, 1])
        tensor(name + ".bias", [outputs])
    }

    /// The factor and the summand of a layer norm.
    mutating func layerNorm(_ name: String, _ width: Int) {
        for part in ["weight", "bias"] { tensor("\(name).\(part)", [width]) }
    }

    /// The last linear layer, under the first of `names` that the file has, also as a layer of a sequence: `fc.1`.
    mutating func head(_ names: String..., inputs: Int?) {
        let found = NetworkHead(names, in: source)?.linears ?? [names[0]]
        for name in found { linear(name, name == found[0] ? inputs : nil, nil) }
    }
}
