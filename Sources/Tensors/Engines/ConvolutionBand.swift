/// Some rows of a convolution's result, and the rows of the map that they see.
struct ConvolutionBand: Sendable {
    /// Rows of the result.
    let outputRows: Range<Int>
    /// Pixels in a row of the result.
    let outputColumns: Int
    /// The extents of the whole map.
    let height, width: Int
    /// The rows of the map inside the windows.
    let inputRows: Range<Int>
    /// Rows of the windows above and below the map.
    let paddingTop, paddingBottom: Int

    /// - Parameters:
    ///   - outputRows: not empty.
    ///   - height: rows of the whole map.
    ///   - width: columns of the whole map.
    init(_ geometry: ConvolutionGeometry, outputRows: Range<Int>, outputColumns: Int, height: Int, width: Int)
    {
        self.outputRows = outputRows
        self.outputColumns = outputColumns
        self.height = height
        self.width = width
        let first = outputRows.lowerBound * geometry.rowStride - geometry.padding.top
        let last =
            (outputRows.upperBound - 1) * geometry.rowStride - geometry.padding.top
            + (geometry.kernelRows - 1) * geometry.rowDilation
        paddingTop = max(0, -first)
        paddingBottom = max(0, last - height + 1)
        inputRows = min(height, max(0, first))..<max(min(height, max(0, first)), min(height, last + 1))
    }
}
