import CKernels

/// Normalises each row to mean 0 and variance 1 (Ba et al. 2016); statistics are accumulated in Double.
package struct LayerNorm: Sendable {
    private let weight: Tensor?
    private let bias: Tensor?
    private let epsilon: Float

    /// - Parameters:
    ///   - weight: one factor for each column; none is 1.
    ///   - bias: one summand for each column; none is 0.
    ///   - epsilon: added to the variance.
    package init(weight: Tensor? = nil, bias: Tensor? = nil, epsilon: Float) {
        self.weight = weight
        self.bias = bias
        self.epsilon = epsilon
    }

    /// - Parameter x: `[..., width]`; each row is normalised alone.
    package func callAsFunction(_ x: Tensor) -> Tensor {
        normalized(x, ColumnAffine(scale: weight, shift: bias))
    }

    /// The norm, then `* (1 + scale) + shift` with one number for each column (Peebles & Xie 2023), in one pass where
    /// the norm has no weight and bias.
    package func callAsFunction(_ x: Tensor, scale: Tensor, shift: Tensor? = nil) -> Tensor {
        guard weight == nil && bias == nil else { return self(x).modulated(scale: scale, shift: shift) }
        return normalized(x, ColumnAffine(scale: scale, offset: 1, shift: shift))
    }

    private func normalized(_ x: Tensor, _ map: ColumnAffine) -> Tensor {
        map.check(columns: x.lastExtent)
        var result = Tensor(uninitialized: x.shape)
        x.withMatrix { x in
            result.withMutableMatrix { y in
                map.withPointers { scale, shift in
                    kernel_layer_norm(y.base, x.base, x.rows, x.columns, epsilon, scale, map.offset, shift)
                }
            }
        }
        return result
    }
}
