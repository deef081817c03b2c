import CKernels

extension Activation {
    /// The kernel's name of this activation.
    var kernel: kernel_activation {
        switch self {
        case .none: activation_none
        case .relu: activation_relu
        case .relu6: activation_relu6
        case .silu: activation_silu
        case .gelu: activation_gelu
        case .geluTanh: activation_gelu_tanh
        case .quickGelu: activation_quick_gelu
        case .sigmoid: activation_sigmoid
        case .tanh: activation_tanh
        case .hardSigmoid: activation_hard_sigmoid
        case .hardSwish: activation_hard_swish
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
        guard activation != .none, count > 0 else { return }
        let number = count
        withMutableMatrix { kernel_activate($0.base, number, activation.kernel) }
    }

    /// Softmax over the last axis; the largest element of a row is subtracted first.
    package func softmax() -> Tensor {
        var result = self
        result.withMutableMatrix { kernel_softmax($0.base, $0.rows, $0.columns, 0) }
        return result
    }

    /// silu(first half of the last axis) * second half, as in SwiGLU (Shazeer 2020): `[..., width / 2]`.
    package func swiGLU() -> Tensor {
        precondition(lastExtent % 2 == 0, "halves need an even width, found \(lastExtent)")
        var result = Tensor(uninitialized: shape.dropLast() + [lastExtent / 2])
        withMatrix { x in
            result.withMutableMatrix { kernel_swiglu($0.base, x.base, $0.rows, $0.columns) }
        }
        return result
    }
}
