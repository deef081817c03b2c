/// Sums and products of elements. Rows are runs of `lastExtent` elements; a vector has one number a column.
extension Tensor {
    /// Adds a tensor of the same shape.
    package mutating func add(_ other: Tensor) {
        precondition(shape == other.shape, "a sum of \(shape) and \(other.shape)")
        combine(other) { $0 + $1 }
    }

    /// The sum with a tensor of the same shape.
    package func adding(_ other: Tensor) -> Tensor {
        var result = self
        result.add(other)
        return result
    }

    /// The product with a tensor of the same shape.
    package func multiplied(by other: Tensor) -> Tensor {
        precondition(shape == other.shape, "a product of \(shape) and \(other.shape)")
        var result = self
        result.combine(other) { $0 * $1 }
        return result
    }

    /// The product with one number.
    package func scaled(by factor: Float) -> Tensor {
        var result = self
        result.withUnsafeMutableBuffer { elements in
            for index in elements.indices { elements[index] *= factor }
        }
        return result
    }

    /// Adds the same vector to each row.
    package mutating func addRow(_ vector: Tensor) {
        combineRows([vector]) { x, v in x + v[0] }
    }

    /// Adds `gate * other`, with one gate for each column, as the residual of an adaptive block (Peebles & Xie 2023).
    package mutating func add(_ other: Tensor, gate: Tensor) {
        precondition(shape == other.shape, "a sum of \(shape) and \(other.shape)")
        precondition(gate.count == lastExtent, "\(gate.count) gates for \(lastExtent) columns")
        let width = lastExtent
        withUnsafeMutableBuffer { elements in
            other.withUnsafeBuffer { other in
                gate.withUnsafeBuffer { gate in
                    for index in elements.indices { elements[index] += gate[index % width] * other[index] }
                }
            }
        }
    }

    /// `x * (1 + scale) + shift`, with one scale and shift for each column (Peebles & Xie 2023).
    package func modulated(scale: Tensor, shift: Tensor? = nil) -> Tensor {
        var result = self
        result.combineRows([scale, shift].compactMap(\.self)) { x, v in
            x * (1 + v[0]) + (v.count > 1 ? v[1] : 0)
        }
        return result
    }

    /// `x * scale + shift`, with one scale and shift for each column.
    package func scaledByColumn(_ scale: Tensor, shift: Tensor? = nil) -> Tensor {
        var result = self
        result.combineRows([scale, shift].compactMap(\.self)) { x, v in x * v[0] + (v.count > 1 ? v[1] : 0) }
        return result
    }

    private mutating func combine(_ other: Tensor, _ body: (Float, Float) -> Float) {
        withUnsafeMutableBuffer { elements in
            other.withUnsafeBuffer { other in
                for index in elements.indices { elements[index] = body(elements[index], other[index]) }
            }
        }
    }

    private mutating func combineRows(_ vectors: [Tensor], _ body: (Float, [Float]) -> Float) {
        let width = lastExtent
        precondition(vectors.allSatisfy { $0.count == width }, "a vector has \(width) numbers, one a column")
        let values = vectors.map(\.values)
        let columns = (0..<width).map { column in values.map { $0[column] } }
        withUnsafeMutableBuffer { elements in
            for index in elements.indices { elements[index] = body(elements[index], columns[index % width]) }
        }
    }
}
