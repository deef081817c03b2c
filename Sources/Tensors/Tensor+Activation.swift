#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension Activation {
    /// The function of one number.
    func callAsFunction(_ x: Float) -> Float {
        switch self {
        case .none: x
        case .relu: max(x, 0)
        case .relu6: min(max(x, 0), 6)
        case .silu: x / (1 + exp(-x))
        case .gelu: 0.5 * x * (1 + erf(x * 0.70710678118654752))
        case .geluTanh: 0.5 * x * (1 + hyperbolicTangent(0.79788456080286536 * (x + 0.044715 * x * x * x)))
        case .quickGelu: x / (1 + exp(-1.702 * x))
        case .sigmoid: 1 / (1 + exp(-x))
        case .tanh: hyperbolicTangent(x)
        case .hardSigmoid: min(max(x + 3, 0), 6) / 6
        case .hardSwish: x * (min(max(x + 3, 0), 6) / 6)
        }
    }
}

extension Tensor {
    /// The activation of each element.
    package func applying(_ activation: Activation) -> Tensor {
        var result = self
        result.apply(activation)
        return result
    }

    /// Replaces each element by its activation.
    package mutating func apply(_ activation: Activation) {
        guard activation != .none else { return }
        withUnsafeMutableBuffer { elements in
            for index in elements.indices { elements[index] = activation(elements[index]) }
        }
    }

    /// Adds `bias` to each row and applies `activation`: the last pass of a layer.
    mutating func finish(bias: Tensor?, activation: Activation) {
        if let bias { addRow(bias) }
        apply(activation)
    }

    /// Softmax over the last axis; the largest element of a row is subtracted first.
    package func softmax() -> Tensor {
        var result = self
        let width = lastExtent
        result.withUnsafeMutableBuffer { elements in
            for row in 0..<rowCount {
                let range = row * width..<(row + 1) * width
                var largest = -Float.infinity
                for index in range { largest = max(largest, elements[index]) }
                var sum = 0.0
                for index in range {
                    elements[index] = exp(elements[index] - largest)
                    sum += Double(elements[index])
                }
                let factor = Float(1 / sum)
                for index in range { elements[index] *= factor }
            }
        }
        return result
    }

    /// silu(first half of the last axis) * second half, as in SwiGLU (Shazeer 2020): `[..., width / 2]`.
    package func swiGLU() -> Tensor {
        precondition(lastExtent % 2 == 0, "halves need an even width, found \(lastExtent)")
        let half = lastExtent / 2
        var gate = columns(0..<half)
        gate.apply(.silu)
        return gate.multiplied(by: columns(half..<2 * half))
    }
}

/// `tanh` of the C library, whose name the case `tanh` hides.
private func hyperbolicTangent(_ x: Float) -> Float { tanh(x) }
