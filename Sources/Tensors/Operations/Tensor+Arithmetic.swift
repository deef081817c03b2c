import CKernels

/// Sums and products of elements. Rows are runs of `lastExtent` elements; a vector has one number a column.
extension Tensor {
    /// Adds a tensor of the same shape.
    package mutating func add(_ other: Tensor) {
        combine(other, kernel_add)
    }

    /// Adds a tensor of the same shape and applies `activation`, in one pass.
    package mutating func add(_ other: Tensor, activation: Activation) {
        combine(other) { kernel_add_activated($0, $1, $2, activation.kernel) }
    }

    /// Adds `factor` times a tensor of the same shape.
    package mutating func add(_ other: Tensor, scaledBy factor: Float) {
        combine(other) { kernel_add_scaled($0, $1, $2, factor) }
    }

    /// The sum with a tensor of the same shape.
    package func adding(_ other: Tensor) -> Tensor {
        var result = self
        result.add(other)
        return result
    }

    /// Multiplies by a tensor of the same shape.
    package mutating func multiply(by other: Tensor) {
        combine(other, kernel_multiply)
    }

    /// The product with a tensor of the same shape.
    package func multiplied(by other: Tensor) -> Tensor {
        var result = self
        result.multiply(by: other)
        return result
    }

    /// The product with one number.
    package func scaled(by factor: Float) -> Tensor {
        var result = self
        result.withMutableMatrix { kernel_scale($0.base, $0.rows * $0.columns, factor) }
        return result
    }

    /// Adds the same vector to each row.
    package mutating func addRow(_ vector: Tensor) {
        finish(bias: vector, activation: .none)
    }

    /// Adds `gate * other`, with one gate for each column, as the residual of an adaptive block (Peebles & Xie 2023).
    package mutating func add(_ other: Tensor, gate: Tensor) {
        precondition(shape == other.shape, "a sum of \(shape) and \(other.shape)")
        precondition(gate.count == lastExtent, "\(gate.count) gates for \(lastExtent) columns")
        withMutableMatrix { y in
            other.withMatrix { x in
                gate.withMatrix { kernel_gated_add(y.base, x.base, $0.base, y.rows, y.columns) }
            }
        }
    }

    /// `x * (1 + scale) + shift`, with one scale and shift for each column (Peebles & Xie 2023).
    package func modulated(scale: Tensor, shift: Tensor? = nil) -> Tensor {
        affine(ColumnAffine(scale: scale, offset: 1, shift: shift))
    }

    /// `x * scale + shift`, with one scale and shift for each column, after `activation`.
    package func scaledByColumn(
        _ scale: Tensor, shift: Tensor? = nil, activation: Activation = .none
    ) -> Tensor {
        affine(ColumnAffine(scale: scale, shift: shift), activation: activation)
    }

    /// Adds `bias` to each row and applies `activation`, in one pass: the end of a layer.
    mutating func finish(bias: Tensor?, activation: Activation) {
        guard let bias else { return apply(activation) }
        let map = ColumnAffine(shift: bias)
        map.check(columns: lastExtent)
        withMutableMatrix { y in
            map.withPointers { scale, shift in
                kernel_affine(
                    y.base, y.stride, y.base, y.stride, y.rows, y.columns, scale, map.offset, shift,
                    activation.kernel)
            }
        }
    }

    /// As `scaledByColumn`, of the first columns of each row, one for each number of `scale`.
    package func firstColumns(
        scaledBy scale: Tensor, shift: Tensor, activation: Activation
    ) -> Tensor {
        affine(
            ColumnAffine(scale: scale, shift: shift), activation: activation, columns: scale.count)
    }

    private func affine(
        _ map: ColumnAffine, activation: Activation = .none, columns: Int? = nil
    ) -> Tensor {
        let columns = columns ?? lastExtent
        precondition(columns <= lastExtent, "\(columns) columns of \(lastExtent)")
        map.check(columns: columns)
        var result = Tensor(uninitialized: shape.dropLast() + [columns])
        withMatrix { x in
            result.withMutableMatrix { y in
                map.withPointers { scale, shift in
                    kernel_affine(
                        y.base, y.stride, x.base, x.stride, y.rows, y.columns, scale, map.offset, shift,
                        activation.kernel)
                }
            }
        }
        return result
    }

    private mutating func combine(
        _ other: Tensor, _ kernel: (UnsafeMutablePointer<Float>, UnsafePointer<Float>, Int) -> Void
    ) {
        precondition(shape == other.shape, "\(shape) combined with \(other.shape)")
        withMutableMatrix { y in
            // Safety: the shapes are equal, so both have as many elements; `y` is memory of its own.
            other.withMatrix { kernel(y.base, $0.base, y.rows * y.columns) }
        }
    }
}
