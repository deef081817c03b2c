extension Tensor {
    /// Reads the elements as a matrix of `rowCount` rows, valid only within `body`.
    func withMatrix<Result>(_ body: (Matrix) throws -> Result) rethrows -> Result {
        try withUnsafeBuffer { elements in
            guard let base = elements.baseAddress else { preconditionFailure("a buffer has an address") }
            return try body(Matrix(base: base, rows: rowCount, columns: lastExtent))
        }
    }

    /// Writes the elements as a matrix of `rowCount` rows, valid only within `body`.
    mutating func withMutableMatrix<Result>(_ body: (MutableMatrix) throws -> Result) rethrows -> Result {
        let (rows, columns) = (rowCount, lastExtent)
        return try withUnsafeMutableBuffer { elements in
            guard let base = elements.baseAddress else { preconditionFailure("a buffer has an address") }
            return try body(MutableMatrix(base: base, rows: rows, columns: columns))
        }
    }
}
