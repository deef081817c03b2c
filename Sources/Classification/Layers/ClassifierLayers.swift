import Tensors
import Weights

/// Makes the layers of a network from named weights, checking every shape.
struct ClassifierLayers {
    let source: any WeightSource
    let engine: Engine
    /// How windows that move by more than one pixel are padded.
    let padding: PaddingStyle
    /// Added to the variance in every batch norm, where it is not the family's.
    private let epsilon: Float?

    /// Layers of the tensors in `source`, prepared for `engine`.
    init(
        _ source: any WeightSource, padding: PaddingStyle = .symmetric, epsilon: Float? = nil,
        on engine: Engine
    ) {
        (self.source, self.engine, self.padding, self.epsilon) = (source, engine, padding, epsilon)
    }

    /// Layers by the conventions of `library`.
    init(
        _ source: any WeightSource, _ library: NamingLibrary, _ family: NetworkFamily, on engine: Engine
    ) {
        self.init(
            source, padding: library.padding(family), epsilon: library.epsilon(family), on: engine)
    }

    /// Whether there is a tensor of that name.
    func has(_ name: String) -> Bool { source.has(name) }

    /// Where a batch norm's tensors stand and what it adds to the variance.
    struct Norm {
        let name: String
        var epsilon: Float = 1e-5
    }

    /// `name.weight` as a convolution with the norm behind it folded in.
    ///
    /// - Parameters:
    ///   - biased: whether `name.bias` must be there; it is used wherever it is.
    ///   - padding: pixels at each side; half the kernel, or what the style asks for, where it is nil.
    func convolution(
        _ name: String, norm: Norm? = nil, inputs: Int, biased: Bool = false, groups: Int = 1,
        stride: Int = 1, padding: Int? = nil,
        activation: Activation = .relu
    ) throws(ClassificationError) -> ConvolutionStage {
        let shape = try shape(name + ".weight", rank: 4)
        guard shape.allSatisfy({ (1...65_536).contains($0) }), groups * shape[1] == inputs,
            shape[0] % groups == 0
        else {
            throw unsuitable(
                "tensor `\(name).weight` for \(inputs) channels in \(groups) groups", found: "shape \(shape)")
        }
        var weight = try tensor(name + ".weight", shape)
        var bias = biased || has(name + ".bias") ? try tensor(name + ".bias", [shape[0]]) : nil
        if let norm {
            (weight, bias) = try affine(norm, channels: shape[0]).folded(weight: weight, bias: bias)
        }
        return try stage(
            weight: weight, bias: bias, stride: stride, padding: padding, groups: groups,
            activation: activation)
    }

    private func stage(
        weight: Tensor, bias: Tensor?, stride: Int, padding: Int?, groups: Int, activation: Activation
    ) throws(ClassificationError) -> ConvolutionStage {
        let kernel = (weight.shape[2], weight.shape[3])
        func layer(_ padding: Padding) throws(ClassificationError) -> Convolution2D {
            do {
                return try Convolution2D(
                    weight: weight, bias: bias, stride: (stride, stride), padding: padding, groups: groups,
                    allowsWinograd: true, on: engine)
            } catch { throw .engine(error) }
        }
        guard self.padding == .same, padding == nil, stride > 1 else {
            let pixels = Padding(rows: padding ?? (kernel.0 - 1) / 2, columns: padding ?? (kernel.1 - 1) / 2)
            return ConvolutionStage(try layer(pixels), activation: activation)
        }
        return try ConvolutionStage(period: stride, activation: activation) {
            (rows, columns) throws(ClassificationError) in
            try layer(PaddingStyle.same(rows: rows, columns: columns, kernel: kernel, stride: stride))
        }
    }

    /// `name.weight` and `name.bias` as a convolution of windows that do not overlap: an image in patches.
    func patches(_ name: String, inputs: Int, side: Int) throws(ClassificationError) -> Convolution2D {
        let shape = try shape(name + ".weight", rank: 4)
        let weight = try tensor(name + ".weight", [shape[0], inputs, side, side])
        let bias = try tensor(name + ".bias", [shape[0]])
        do {
            return try Convolution2D(weight: weight, bias: bias, stride: (side, side), on: engine)
        } catch { throw .engine(error) }
    }

    /// A pooling of windows that move by two pixels, padded by one pixel or as the style asks for.
    func halving(_ reduction: Pooling.Reduction, kernel: Int = 3) -> any NetworkStage {
        guard padding == .same else {
            return Pooling(
                reduction, kernel: (kernel, kernel), stride: (2, 2), padding: Padding((kernel - 1) / 2))
        }
        return SamePooling(reduction: reduction, kernel: kernel, stride: 2)
    }

    /// A batch norm over `channels` before its convolution.
    func norm(
        _ norm: Norm, channels: Int, activation: Activation = .relu
    ) throws(ClassificationError) -> NormStage {
        NormStage(norm: try affine(norm, channels: channels), activation: activation)
    }

    /// `name.weight` `[outputs, inputs]`, also with more axes behind, and `name.bias`.
    ///
    /// - Parameter outputs: what the network needs; nil takes what the file has.
    func linear(
        _ name: String, inputs: Int, outputs: Int? = nil
    ) throws(ClassificationError) -> Linear {
        guard let shape = source.shape(of: name + ".weight") else {
            throw .weights(source.missing(name + ".weight"))
        }
        guard shape.count >= 2, shape[0] > 0, shape.allSatisfy({ (1...1 << 24).contains($0) }),
            shape.dropFirst().reduce(1, *) == inputs, outputs == nil || outputs == shape[0]
        else {
            let wanted = outputs.map { " and \($0) outputs" } ?? ""
            throw unsuitable(
                "tensor `\(name).weight` with \(inputs) inputs\(wanted)", found: "shape \(shape)")
        }
        return try linear(
            weight: try tensor(name + ".weight", shape), bias: try tensor(name + ".bias", [shape[0]]))
    }

    /// A linear layer of weights that are read already.
    func linear(weight: Tensor, bias: Tensor?) throws(ClassificationError) -> Linear {
        do { return try Linear(weight: weight, bias: bias, on: engine) } catch { throw .engine(error) }
    }

    /// The last linear layer under the first of `names` that there is, also as the only linear layer of a sequence,
    /// as `fc.1`.
    func head(_ names: String..., inputs: Int) throws(ClassificationError) -> StagedNetwork.HeadLayer {
        .init(linear: try linear(headName(names), inputs: inputs), activation: .none)
    }

    /// What the file calls its head: one of `names`, or the only linear layer in a sequence of that name.
    func headName(_ names: [String]) throws(ClassificationError) -> String {
        for name in names {
            if has(name + ".weight") { return name }
            let parts = (0..<16).map { "\(name).\($0)" }.filter {
                source.shape(of: $0 + ".weight")?.count == 2
            }
            guard parts.count < 2 else {
                throw unsuitable(
                    "one linear layer as `\(name)`: a file does not say what stands between several",
                    found: parts.map { "`\($0)`" }.joined(separator: ", "))
            }
            if let part = parts.first { return part }
        }
        throw .weights(source.missing(names[0] + ".weight"))
    }

    /// A layer norm over `width` features.
    func layerNorm(_ name: String, width: Int, epsilon: Float) throws(ClassificationError) -> LayerNorm {
        LayerNorm(
            weight: try tensor(name + ".weight", [width]), bias: try tensor(name + ".bias", [width]),
            epsilon: epsilon)
    }

    /// The error of a file that is sound but holds something else than was asked for.
    func unsuitable(_ expected: String, found: String) -> ClassificationError {
        .weights(.unsuitable(path: source.path, expected: expected, found: found))
    }

    private func affine(_ norm: Norm, channels: Int) throws(ClassificationError) -> ChannelAffine {
        ChannelAffine(
            mean: try tensor(norm.name + ".running_mean", [channels]),
            variance: try tensor(norm.name + ".running_var", [channels]),
            weight: has(norm.name + ".weight") ? try tensor(norm.name + ".weight", [channels]) : nil,
            bias: has(norm.name + ".bias") ? try tensor(norm.name + ".bias", [channels]) : nil,
            epsilon: epsilon ?? norm.epsilon)
    }

    /// A tensor of that shape.
    func tensor(_ name: String, _ shape: [Int]) throws(ClassificationError) -> Tensor {
        do { return try source.tensor(name, shape: shape) } catch { throw .weights(error) }
    }

    /// The extents of a tensor that must exist and have `rank` axes.
    func shape(_ name: String, rank: Int) throws(ClassificationError) -> [Int] {
        do { return try source.shape(of: name, rank: rank) } catch { throw .weights(error) }
    }
}
