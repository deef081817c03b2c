import Tensors

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Layers that work on each element alone, and layers that pass on what they get.
extension KerasLayerBuilder {
    /// What goes in.
    func identity() throws(ClassificationError) -> KerasOperation {
        KerasOperation(try input()) { $0[0] }
    }

    /// `operation` and the activation that the configuration names behind it.
    func activated(_ operation: KerasOperation) throws(ClassificationError) -> KerasOperation {
        let stated = layer.configuration["activation"]
        let name = stated.text ?? (stated.isNull ? "linear" : stated["class_name"].text ?? "")
        guard let function = try function(name) else { return operation }
        return operation.then(KerasOperation(operation.shape) { function($0[0]) })
    }

    /// What an activation's name stands for; nil for the identity.
    private func function(_ name: String) throws(ClassificationError) -> (@Sendable (Tensor) -> Tensor)? {
        switch name {
        case "linear": return nil
        case "relu": return { $0.applying(.relu) }
        case "relu6": return { $0.applying(.relu6) }
        case "sigmoid": return { $0.applying(.sigmoid) }
        case "tanh": return { $0.applying(.tanh) }
        case "swish", "silu": return { $0.applying(.silu) }
        case "gelu": return { $0.applying(.gelu) }
        case "hard_silu", "hard_swish": return { $0.applying(.hardSwish) }
        case "softmax": return { $0.softmax() }
        case "elu": return Self.each { $0 > 0 ? $0 : expm1f($0) }
        case "softplus": return Self.each { max($0, 0) + log1pf(expf(-abs($0))) }
        case "exponential": return Self.each { expf($0) }
        default:
            throw unsuitable("a known activation", found: name.isEmpty ? "an object" : "`\(name.prefix(40))`")
        }
    }

    /// 0 below the threshold, or `negative_slope` times the distance to it; at most `max_value`.
    func rectifier() throws(ClassificationError) -> KerasOperation {
        let slope = Float(try number("negative_slope", default: 0))
        let threshold = Float(try number("threshold", default: 0))
        let ceiling = layer.configuration["max_value"].isNull ? nil : try number("max_value", default: 0)
        let limit = ceiling.map(Float.init) ?? .infinity
        let shape = try input()
        if slope == 0, threshold == 0, ceiling == nil {
            return KerasOperation(shape) { $0[0].applying(.relu) }
        }
        let function = Self.each { $0 >= threshold ? min($0, limit) : slope * ($0 - threshold) }
        return KerasOperation(shape) { function($0[0]) }
    }

    func leakyRectifier() throws(ClassificationError) -> KerasOperation {
        let key = layer.configuration["alpha"].isNull ? "negative_slope" : "alpha"
        let slope = Float(try number(key, default: 0.3))
        let function = Self.each { $0 >= 0 ? $0 : slope * $0 }
        return KerasOperation(try input()) { function($0[0]) }
    }

    func softmax() throws(ClassificationError) -> KerasOperation {
        let shape = try input()
        let axis = try integer("axis", default: -1, in: -8...8)
        guard axis == -1 || axis == shape.count else { throw unsuitable("`axis` -1", found: "\(axis)") }
        return KerasOperation(shape) { $0[0].softmax() }
    }

    private static func each(_ body: @escaping @Sendable (Float) -> Float) -> @Sendable (Tensor) -> Tensor {
        { x in
            var result = x
            result.withUnsafeMutableBuffer { for index in $0.indices { $0[index] = body($0[index]) } }
            return result
        }
    }
}
