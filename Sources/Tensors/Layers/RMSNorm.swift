import CKernels

/// Divides each row by its root mean square (Zhang & Sennrich 2019); the sum is accumulated in Double.
package struct RMSNorm: Sendable {
    private let weight: Tensor
    private let epsilon: Float

    /// - Parameters:
    ///   - weight: one factor for each column.
    ///   - epsilon: added to the mean square.
    package init(weight: Tensor, epsilon: Float) {
        self.weight = weight
        self.epsilon = epsilon
    }

    /// - Parameter x: `[..., width]`; each row is normalised alone.
    package func callAsFunction(_ x: Tensor) -> Tensor {
        normalized(x, ColumnAffine(scale: weight))
    }

    /// The norm, then `* (1 + scale) + shift` with one number for each column (Peebles & Xie 2023), in one pass.
    package func callAsFunction(_ x: Tensor, scale: Tensor, shift: Tensor? = nil) -> Tensor {
        normalized(
            x,
            ColumnAffine(
                scale: weight.multiplied(by: scale.reshaped(weight.shape)).adding(weight), shift: shift))
    }

    private func normalized(_ x: Tensor, _ map: ColumnAffine) -> Tensor {
        map.check(columns: x.lastExtent)
        var result = Tensor(uninitialized: x.shape)
        x.withMatrix { x in
            result.withMutableMatrix { y in
                map.withPointers { scale, shift in
                    kernel_rms_norm(y.base, x.base, x.rows, x.columns, epsilon, scale, map.offset, shift)
                }
            }
        }
        return result
    }
}
