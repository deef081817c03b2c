import CKernels

/// Where a row-major matrix is written; valid only within the closure that gave the pointer.
///
/// Safety of `@unchecked Sendable`: it is handed only to `Workers.run`, which returns before the closure does, and
/// whose tiles write separate parts.
struct MutableMatrix: @unchecked Sendable {
    /// The first element of the first row.
    let base: UnsafeMutablePointer<Float>
    /// The extents.
    let rows, columns: Int
    /// The elements from one row to the next.
    let stride: Int

    /// A matrix whose rows lie `stride` elements apart; one behind the other where it is nil.
    init(base: UnsafeMutablePointer<Float>, rows: Int, columns: Int, stride: Int? = nil) {
        self.base = base
        self.rows = rows
        self.columns = columns
        self.stride = max(1, stride ?? columns)
        precondition(
            self.stride >= columns, "rows of \(columns) elements overlap at a stride of \(self.stride)")
    }

    /// The rows in `range`.
    func rows(_ range: Range<Int>) -> MutableMatrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= rows, "rows \(range) of \(rows)")
        return MutableMatrix(
            base: base + range.lowerBound * stride, rows: range.count, columns: columns, stride: stride)
    }

    /// The columns in `range`.
    func columns(_ range: Range<Int>) -> MutableMatrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= columns, "columns \(range) of \(columns)")
        return MutableMatrix(base: base + range.lowerBound, rows: rows, columns: range.count, stride: stride)
    }

    /// Adds `bias` to each row and applies `activation`: the end of a layer's tile.
    func finish(bias: Tensor?, activation: Activation) {
        guard bias != nil || activation != .none else { return }
        finish(from: self, bias: bias, activation: activation)
    }

    /// Copies `other`, of the same extents, with `bias` added to each row and `activation` applied.
    func finish(from other: MutableMatrix, bias: Tensor?, activation: Activation) {
        precondition(other.rows == rows && other.columns == columns, "a copy has the same extents")
        let map = ColumnAffine(shift: bias)
        map.check(columns: columns)
        map.withPointers { _, shift in
            kernel_affine(
                base, stride, other.base, other.stride, rows, columns, nil, 0, shift, activation.kernel)
        }
    }
}
