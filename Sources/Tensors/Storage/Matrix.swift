/// Where a row-major matrix lies in memory; valid only within the closure that gave the pointer.
///
/// Safety of `@unchecked Sendable`: it is handed only to `Workers.run`, which returns before the closure does.
struct Matrix: @unchecked Sendable {
    /// The first element of the first row.
    let base: UnsafePointer<Float>
    /// The extents.
    let rows, columns: Int
    /// The elements from one row to the next.
    let stride: Int

    /// A matrix whose rows lie `stride` elements apart; one behind the other where it is nil.
    init(base: UnsafePointer<Float>, rows: Int, columns: Int, stride: Int? = nil) {
        self.base = base
        self.rows = rows
        self.columns = columns
        self.stride = max(1, stride ?? columns)
        precondition(
            self.stride >= columns, "rows of \(columns) elements overlap at a stride of \(self.stride)")
    }

    /// The rows in `range`.
    func rows(_ range: Range<Int>) -> Matrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= rows, "rows \(range) of \(rows)")
        return Matrix(
            base: base + range.lowerBound * stride, rows: range.count, columns: columns, stride: stride)
    }

    /// The columns in `range`.
    func columns(_ range: Range<Int>) -> Matrix {
        precondition(range.lowerBound >= 0 && range.upperBound <= columns, "columns \(range) of \(columns)")
        return Matrix(base: base + range.lowerBound, rows: rows, columns: range.count, stride: stride)
    }
}
