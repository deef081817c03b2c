extension Tensor {
    /// The mean of each channel over a whole map `[height, width, channels]`: `[channels]`.
    package func globalAverage() -> Tensor {
        adaptiveAverage(rows: 1, columns: 1).reshaped([lastExtent])
    }

    /// Means over windows that cover the map evenly, as PyTorch's `adaptive_avg_pool2d`: window i of n covers the
    /// pixels from floor(i extent / n) to ceil((i + 1) extent / n).
    ///
    /// - Returns: `[rows, columns, channels]`.
    package func adaptiveAverage(rows: Int, columns: Int) -> Tensor {
        precondition(shape.count == 3, "a map has three axes, found \(shape)")
        func windows(_ extent: Int, _ number: Int) -> [PoolingWindow] {
            (0..<number).map {
                let pixels = $0 * extent / number..<(($0 + 1) * extent + number - 1) / number
                return PoolingWindow(pixels: pixels, divisor: pixels.count)
            }
        }
        return pooled(rows: windows(shape[0], rows), columns: windows(shape[1], columns), maximum: false)
    }

    /// The maximum, or the sum divided by the windows' divisors, of each pair of windows and each channel.
    func pooled(rows: [PoolingWindow], columns: [PoolingWindow], maximum: Bool) -> Tensor {
        let (width, channels) = (shape[1], shape[2])
        var result = Tensor(
            repeating: maximum ? -.infinity : 0, shape: [rows.count, columns.count, channels])
        withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                for (i, row) in rows.enumerated() {
                    for (j, column) in columns.enumerated() {
                        let start = (i * columns.count + j) * channels
                        let cell = UnsafeMutableBufferPointer(rebasing: target[start..<start + channels])
                        for pixel in PixelGrid(rows: row.pixels, columns: column.pixels, width: width) {
                            let at = pixel * channels
                            cell.gather(source[at..<at + channels], maximum: maximum)
                        }
                        if !maximum { cell.scale(by: 1 / Float(row.divisor * column.divisor)) }
                    }
                }
            }
        }
        return result
    }
}

/// The indices of the pixels of a window, row by row.
private struct PixelGrid: Sequence, IteratorProtocol {
    private let columns: Range<Int>
    private let width: Int
    private let last: Int
    private var row: Int
    private var column: Int

    init(rows: Range<Int>, columns: Range<Int>, width: Int) {
        self.columns = columns
        self.width = width
        row = rows.lowerBound
        last = columns.isEmpty ? rows.lowerBound : rows.upperBound
        column = columns.lowerBound
    }

    mutating func next() -> Int? {
        guard row < last else { return nil }
        defer {
            column += 1
            if column == columns.upperBound {
                column = columns.lowerBound
                row += 1
            }
        }
        return row * width + column
    }
}

extension UnsafeMutableBufferPointer<Float> {
    /// Adds `pixel` to these elements, or keeps the larger of each two.
    fileprivate func gather(_ pixel: Slice<UnsafeBufferPointer<Float>>, maximum: Bool) {
        var index = pixel.startIndex
        for position in indices {
            self[position] = maximum ? Swift.max(self[position], pixel[index]) : self[position] + pixel[index]
            index += 1
        }
    }

    /// Multiplies these elements by `factor`.
    fileprivate func scale(by factor: Float) {
        for position in indices { self[position] *= factor }
    }
}
