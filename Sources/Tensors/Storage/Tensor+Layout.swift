/// Copies that change the order or choice of elements.
extension Tensor {
    /// A channels-last map `[H, W, C]` from channels-first elements `[C, H, W]`.
    package func channelsLast() -> Tensor {
        precondition(shape.count == 3, "a map has three axes, found \(shape)")
        return reshaped([shape[0], shape[1] * shape[2]]).transposed().reshaped([shape[1], shape[2], shape[0]])
    }

    /// Channels-first elements `[C, H, W]` from a channels-last map `[H, W, C]`.
    package func channelsFirst() -> Tensor {
        precondition(shape.count == 3, "a map has three axes, found \(shape)")
        return reshaped([shape[0] * shape[1], shape[2]]).transposed().reshaped([shape[2], shape[0], shape[1]])
    }

    /// `[N, M]` from `[M, N]`.
    package func transposed() -> Tensor {
        precondition(shape.count == 2, "a matrix has two axes, found \(shape)")
        let (rows, columns) = (shape[0], shape[1])
        var result = Tensor(uninitialized: [columns, rows])
        withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                for column in 0..<columns {
                    for row in 0..<rows { target[column * rows + row] = source[row * columns + column] }
                }
            }
        }
        return result
    }

    /// The part of the last axis in `range`, as a copy: `[..., range.count]`.
    package func columns(_ range: Range<Int>) -> Tensor {
        let width = lastExtent
        precondition(range.lowerBound >= 0 && range.upperBound <= width, "columns \(range) of \(width)")
        var result = Tensor(uninitialized: shape.dropLast() + [range.count])
        copyColumns(range, into: &result, at: 0)
        return result
    }

    /// Maps or tokens one behind the other along the last axis; all other extents are equal.
    package static func concatenatingChannels(_ parts: [Tensor]) -> Tensor {
        guard let first = parts.first else { preconditionFailure("nothing to concatenate") }
        precondition(
            parts.allSatisfy { $0.shape.dropLast() == first.shape.dropLast() },
            "extents differ: \(parts.map(\.shape))")
        let width = parts.reduce(0) { $0 + $1.lastExtent }
        var result = Tensor(uninitialized: first.shape.dropLast() + [width])
        var column = 0
        for part in parts {
            part.copyColumns(0..<part.lastExtent, into: &result, at: column)
            column += part.lastExtent
        }
        return result
    }

    /// The same columns, with zeros behind them up to `width`.
    package func widened(to width: Int) -> Tensor {
        precondition(width >= lastExtent, "\(lastExtent) columns widened to \(width)")
        var result = Tensor(uninitialized: shape.dropLast() + [width])
        let (columns, pixels) = (lastExtent, rowCount)
        withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                for row in 0..<pixels {
                    // Safety: both rows are inside their buffers; the target's are `width` elements wide.
                    (to + row * width).update(from: from + row * columns, count: columns)
                    (to + row * width + columns).update(repeating: 0, count: width - columns)
                }
            }
        }
        return result
    }

    /// Writes `other`, with as many rows, over the columns from `column` on.
    package mutating func replaceColumns(from column: Int, by other: Tensor) {
        precondition(
            column >= 0 && column + other.lastExtent <= lastExtent && other.rowCount == rowCount,
            "\(other.shape) at column \(column) of \(shape)")
        other.copyColumns(0..<other.lastExtent, into: &self, at: column)
    }

    /// Tensors one behind the other along the first axis; all other extents are equal.
    package static func concatenatingRows(_ parts: [Tensor]) -> Tensor {
        guard let first = parts.first else { preconditionFailure("nothing to concatenate") }
        precondition(
            parts.allSatisfy { $0.shape.dropFirst() == first.shape.dropFirst() },
            "extents differ: \(parts.map(\.shape))")
        let rows = parts.reduce(0) { $0 + ($1.shape.first ?? 0) }
        var result = Tensor(uninitialized: [rows] + first.shape.dropFirst())
        var start = 0
        for part in parts {
            result.withUnsafeMutableBuffer { target in
                part.withUnsafeBuffer { source in
                    // Safety: the parts' counts sum to the result's count.
                    _ = UnsafeMutableBufferPointer(rebasing: target[start..<start + source.count])
                        .update(fromContentsOf: source)
                }
            }
            start += part.count
        }
        return result
    }

    /// Rows of a table `[entries, width]`, one for each index: an embedding lookup, `[indices.count, width]`.
    package func gatheringRows(_ indices: [Int]) -> Tensor {
        precondition(shape.count == 2, "a table has two axes, found \(shape)")
        precondition(
            indices.allSatisfy { $0 >= 0 && $0 < shape[0] },
            "indices must be in 0..<\(shape[0]), found \(indices)")
        let width = shape[1]
        var result = Tensor(uninitialized: [indices.count, width])
        withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                for (row, index) in indices.enumerated() {
                    for column in 0..<width { target[row * width + column] = source[index * width + column] }
                }
            }
        }
        return result
    }

    /// Copies the columns in `range` of each row into the columns from `column` on of a tensor with as many rows.
    private func copyColumns(_ range: Range<Int>, into result: inout Tensor, at column: Int) {
        let (rows, width, resultWidth) = (rowCount, lastExtent, result.lastExtent)
        guard !range.isEmpty else { return }
        withUnsafeBuffer { source in
            result.withUnsafeMutableBuffer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                for row in 0..<rows {
                    // Safety: range is inside the source's rows, column + range.count inside the target's.
                    (to + row * resultWidth + column).update(
                        from: from + row * width + range.lowerBound, count: range.count)
                }
            }
        }
    }
}
