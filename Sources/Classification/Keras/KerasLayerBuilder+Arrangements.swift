import Tensors

/// Layers that put results together, or pixels elsewhere.
extension KerasLayerBuilder {
    func zeroPadding() throws(ClassificationError) -> KerasOperation {
        try requireChannelsLast()
        let map = try input(rank: 3)
        let margin = try margins("padding")
        let shape = [map[0] + margin.top + margin.bottom, map[1] + margin.left + margin.right, map[2]]
        return moving(map, to: shape) { row, column in (row - margin.top, column - margin.left) }
    }

    func cropping() throws(ClassificationError) -> KerasOperation {
        try requireChannelsLast()
        let map = try input(rank: 3)
        let margin = try margins("cropping")
        let shape = [map[0] - margin.top - margin.bottom, map[1] - margin.left - margin.right, map[2]]
        guard shape[0] > 0, shape[1] > 0 else {
            throw unsuitable("pixels left over", found: "extents \(map)")
        }
        return moving(map, to: shape) { row, column in (row + margin.top, column + margin.left) }
    }

    func enlargement() throws(ClassificationError) -> KerasOperation {
        try requireChannelsLast()
        let (map, size) = (try input(rank: 3), try pair("size", default: (2, 2)))
        let mode = layer.configuration["interpolation"].text ?? "nearest"
        guard mode == "nearest" else {
            throw unsuitable("`interpolation` nearest", found: "`\(mode.prefix(40))`")
        }
        return moving(map, to: [map[0] * size.0, map[1] * size.1, map[2]]) { ($0 / size.0, $1 / size.1) }
    }

    /// A map whose pixels come from places of another; those from outside are zero.
    private func moving(
        _ map: [Int], to shape: [Int], _ place: @escaping @Sendable (Int, Int) -> (Int, Int)
    ) -> KerasOperation {
        KerasOperation(shape) { inputs in
            var result = Tensor(zeros: shape)
            inputs[0].withUnsafeBuffer { x in
                result.withUnsafeMutableBuffer { y in
                    // Safety: both places are inside the extents of their maps.
                    for pixel in 0..<shape[0] * shape[1] {
                        let (row, column) = place(pixel / shape[1], pixel % shape[1])
                        guard row >= 0, row < map[0], column >= 0, column < map[1] else { continue }
                        let (from, to) = ((row * map[1] + column) * map[2], pixel * map[2])
                        for channel in 0..<map[2] { y[to + channel] = x[from + channel] }
                    }
                }
            }
            return result
        }
    }

    /// All elements as one vector.
    func flattening() throws(ClassificationError) -> KerasOperation {
        reshaping(to: [try input().reduce(1, *)])
    }

    func reshaping() throws(ClassificationError) -> KerasOperation {
        let count = try input().reduce(1, *)
        var target = (layer.configuration["target_shape"].list ?? []).compactMap(\.integer)
        let known = target.filter { $0 > 0 && $0 <= count }.reduce(1) {
            $0 * $1 <= count ? $0 * $1 : count + 1
        }
        if let open = target.firstIndex(of: -1), count % known == 0 { target[open] = count / known }
        guard !target.isEmpty, target.count <= 8, target.allSatisfy({ $0 > 0 && $0 <= count }),
            target.reduce(1, { $0 <= count ? $0 * $1 : $0 }) == count
        else { throw unsuitable("`target_shape` of \(count) elements", found: "\(target)") }
        return reshaping(to: target)
    }

    private func reshaping(to shape: [Int]) -> KerasOperation {
        KerasOperation(shape) { $0[0].reshaped(shape) }
    }

    /// Along the last axis.
    func concatenation() throws(ClassificationError) -> KerasOperation {
        guard let first = inputs.first, inputs.allSatisfy({ $0.dropLast() == first.dropLast() }) else {
            throw unsuitable("inputs that differ in the last axis only", found: "\(inputs)")
        }
        let axis = try integer("axis", default: -1, in: -8...8)
        guard axis == -1 || axis == first.count else { throw unsuitable("`axis` -1", found: "\(axis)") }
        let width = inputs.reduce(0) { $0 + ($1.last ?? 0) }
        return KerasOperation(first.dropLast() + [width]) { Tensor.concatenatingChannels($0) }
    }

    /// The mean of the inputs, element by element.
    func average() throws(ClassificationError) -> KerasOperation {
        let (sum, factor) = (try merging { $0 + $1 }, 1 / Float(inputs.count))
        return sum.then(KerasOperation(sum.shape) { $0[0].scaled(by: factor) })
    }

    /// Element by element; an extent of 1 goes with every other.
    func merging(
        _ combine: @escaping @Sendable (Float, Float) -> Float
    ) throws(ClassificationError) -> KerasOperation {
        guard let first = inputs.first, inputs.count > 1 else {
            throw unsuitable("two inputs or more", found: "\(inputs.count)")
        }
        var shape = first
        for other in inputs.dropFirst() {
            let fits =
                other.count == shape.count && zip(shape, other).allSatisfy { $0 == $1 || $0 == 1 || $1 == 1 }
            guard fits else { throw unsuitable("inputs of like extents", found: "\(inputs)") }
            shape = zip(shape, other).map { max($0, $1) }
        }
        let result = shape
        return KerasOperation(result) { inputs in
            inputs.dropFirst().reduce(inputs[0].repeated(to: result)) {
                $0.combined(with: $1.repeated(to: result), combine)
            }
        }
    }
}

extension Tensor {
    /// The elements repeated along the axes of extent 1, to `extents` of the same rank.
    fileprivate func repeated(to extents: [Int]) -> Tensor {
        guard shape != extents else { return self }
        let strides = shape.indices.map { axis in shape[axis] == 1 ? 0 : shape[(axis + 1)...].reduce(1, *) }
        let counts = extents.indices.map { extents[($0 + 1)...].reduce(1, *) }
        let values = self.values
        let repeated = (0..<extents.reduce(1, *)).map { index in
            values[extents.indices.reduce(0) { $0 + index / counts[$1] % extents[$1] * strides[$1] }]
        }
        return Tensor(shape: extents, values: repeated)
    }

    /// `combine` of each element and the one at its place in `other`, of the same shape.
    fileprivate func combined(with other: Tensor, _ combine: (Float, Float) -> Float) -> Tensor {
        var result = self
        result.withUnsafeMutableBuffer { y in
            other.withUnsafeBuffer { x in
                for index in y.indices { y[index] = combine(y[index], x[index]) }
            }
        }
        return result
    }
}
