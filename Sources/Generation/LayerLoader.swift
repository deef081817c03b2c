import Tensors
import Weights

/// Makes layers from named weights, checking the shapes.
struct LayerLoader {
    private let source: any WeightSource
    private let names: [String]
    /// The engine that layers are prepared for.
    let engine: Engine

    init(_ source: any WeightSource, _ engine: Engine) {
        self.source = source
        self.engine = engine
        names = source.names
    }

    /// Whether any tensor's name begins with `prefix`: a part that exists must be whole.
    func hasAny(under prefix: String) -> Bool { names.contains { $0.hasPrefix(prefix) } }

    /// Whether there is a tensor of that name.
    func has(_ name: String) -> Bool { source.has(name) }

    /// A tensor of this shape.
    func tensor(_ name: String, _ shape: [Int]) throws(GenerationError) -> Tensor {
        do { return try source.tensor(name, shape: shape) } catch { throw .weights(error) }
    }

    /// The extents of a tensor, which must exist.
    func shape(_ name: String, rank: Int) throws(GenerationError) -> [Int] {
        do { return try source.shape(of: name, rank: rank) } catch { throw .weights(error) }
    }

    /// `name.weight` `[outputs, inputs]`, also with axes of extent 1 behind (a 1x1 convolution), and `name.bias`.
    func linear(_ name: String, inputs: Int? = nil, outputs: Int) throws(GenerationError) -> Linear {
        guard let found = source.shape(of: name + ".weight") else {
            throw .weights(source.missing(name + ".weight"))
        }
        let width = inputs ?? (found.count >= 2 ? found[1] : 0)
        let isPointwise = found.count > 2 && found.dropFirst(2).allSatisfy { $0 == 1 }
        let shape = isPointwise ? [outputs, width] + found.dropFirst(2) : [outputs, width]
        let weight = try tensor(name + ".weight", shape)
        return try linear(weight: weight, bias: try tensor(name + ".bias", [outputs]))
    }

    /// A layer of tensors that are loaded already.
    func linear(weight: Tensor, bias: Tensor?) throws(GenerationError) -> Linear {
        do { return try Linear(weight: weight, bias: bias, on: engine) } catch { throw .engine(error) }
    }

    /// `name.weight` and `name.bias` as a layer norm over `width` features.
    func layerNorm(_ name: String, width: Int, epsilon: Float) throws(GenerationError) -> LayerNorm {
        LayerNorm(
            weight: try tensor(name + ".weight", [width]), bias: try tensor(name + ".bias", [width]),
            epsilon: epsilon)
    }

    /// `name.weight` as a root-mean-square norm over `width` features.
    func rmsNorm(_ name: String, width: Int, epsilon: Float) throws(GenerationError) -> RMSNorm {
        RMSNorm(weight: try tensor(name + ".weight", [width]), epsilon: epsilon)
    }

    /// `name.weight` and `name.bias` as a group norm of 32 groups.
    func groupNorm(_ name: String, channels: Int) throws(GenerationError) -> GroupNorm {
        let (weight, bias) = (
            try tensor(name + ".weight", [channels]), try tensor(name + ".bias", [channels])
        )
        guard channels % 32 == 0 else {
            throw .setting(name: name, expected: "a multiple of 32 channels", found: "\(channels)")
        }
        return GroupNorm(groups: 32, weight: weight, bias: bias, epsilon: 1e-6, on: engine)
    }

    /// `name.weight` `[outputs, inputs, side, side]` and `name.bias` as a convolution.
    func convolution(
        _ name: String, inputs: Int, outputs: Int, side: Int = 3, stride: Int = 1, padding: Padding
    ) throws(GenerationError) -> Convolution2D {
        let weight = try tensor(name + ".weight", [outputs, inputs, side, side])
        let bias = try tensor(name + ".bias", [outputs])
        do {
            return try Convolution2D(
                weight: weight, bias: bias, stride: (stride, stride), padding: padding, on: engine)
        } catch { throw .engine(error) }
    }
}
