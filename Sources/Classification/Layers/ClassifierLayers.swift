import Tensors
import Weights

/// Makes the layers of a convolutional network from named weights, checking every shape.
struct ClassifierLayers {
    let source: any WeightSource
    private let engine: Engine

    /// Layers of the tensors in `source`, prepared for `engine`.
    init(_ source: any WeightSource, on engine: Engine) {
        self.source = source
        self.engine = engine
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
    ///   - padding: pixels at each side; half the kernel where it is nil.
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
        let padding = Padding(rows: padding ?? (shape[2] - 1) / 2, columns: padding ?? (shape[3] - 1) / 2)
        do {
            let layer = try Convolution2D(
                weight: weight, bias: bias, stride: (stride, stride), padding: padding, groups: groups,
                on: engine)
            return ConvolutionStage(convolution: layer, activation: activation)
        } catch { throw .engine(error) }
    }

    /// A batch norm over `channels` before its convolution.
    func norm(
        _ norm: Norm, channels: Int, activation: Activation = .relu
    ) throws(ClassificationError) -> NormStage {
        NormStage(norm: try affine(norm, channels: channels), activation: activation)
    }

    /// `name.weight` `[outputs, inputs]`, also with axes of extent 1 behind, and `name.bias`.
    func linear(_ name: String, inputs: Int) throws(ClassificationError) -> Linear {
        guard let shape = source.shape(of: name + ".weight") else {
            throw .weights(source.missing(name + ".weight"))
        }
        guard shape.count >= 2, shape[0] > 0, shape[1] == inputs, shape.dropFirst(2).allSatisfy({ $0 == 1 })
        else {
            throw unsuitable("tensor `\(name).weight` with \(inputs) inputs", found: "shape \(shape)")
        }
        let weight = try tensor(name + ".weight", shape)
        let bias = try tensor(name + ".bias", [shape[0]])
        do { return try Linear(weight: weight, bias: bias, on: engine) } catch { throw .engine(error) }
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
            epsilon: norm.epsilon)
    }

    private func tensor(_ name: String, _ shape: [Int]) throws(ClassificationError) -> Tensor {
        do { return try source.tensor(name, shape: shape) } catch { throw .weights(error) }
    }

    /// The extents of a tensor that must exist and have `rank` axes.
    func shape(_ name: String, rank: Int) throws(ClassificationError) -> [Int] {
        do { return try source.shape(of: name, rank: rank) } catch { throw .weights(error) }
    }
}
