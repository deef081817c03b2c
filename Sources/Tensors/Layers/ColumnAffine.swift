/// `x * (offset + scale) + shift` with one scale and shift for each column, as the kernels take it.
struct ColumnAffine {
    /// One factor for each column; none is 1, without the offset.
    var scale: Tensor?
    /// Added to the scale.
    var offset: Float = 0
    /// One summand for each column; none is 0.
    var shift: Tensor?

    /// Checks that both vectors have one number for each of `columns` columns.
    func check(columns: Int) {
        precondition(
            [scale, shift].allSatisfy { ($0?.count ?? columns) == columns },
            "a vector for \(columns) columns has as many numbers")
    }

    /// Reads both vectors; the pointers are valid only within `body`.
    func withPointers<Result>(
        _ body: (_ scale: UnsafePointer<Float>?, _ shift: UnsafePointer<Float>?) -> Result
    ) -> Result {
        Self.withPointer(scale) { scale in Self.withPointer(shift) { body(scale, $0) } }
    }

    private static func withPointer<Result>(
        _ tensor: Tensor?, _ body: (UnsafePointer<Float>?) -> Result
    ) -> Result {
        guard let tensor else { return body(nil) }
        return tensor.withUnsafeBuffer { body($0.baseAddress) }
    }
}
