import Tensors

/// How a kernel moves over a map.
extension KerasLayerBuilder {
    /// The padding that `padding` asks for, and the extents of the result along both axes.
    ///
    /// "same" pads so that ceil(extent / stride) positions fit, the smaller half before (classifiers.md, section 10).
    func windows(
        over map: [Int], kernel: (Int, Int), stride: (Int, Int), dilation: (Int, Int) = (1, 1)
    ) throws(ClassificationError) -> (padding: Padding, rows: Int, columns: Int) {
        let mode = layer.configuration["padding"].text ?? "valid"
        guard mode == "valid" || mode == "same" else {
            throw unsuitable("`padding` valid or same", found: mode)
        }
        let spans = ((kernel.0 - 1) * dilation.0 + 1, (kernel.1 - 1) * dilation.1 + 1)
        guard mode == "same" else {
            guard map[0] >= spans.0, map[1] >= spans.1 else {
                throw unsuitable("a map of at least \(spans.0) x \(spans.1)", found: "\(map[0]) x \(map[1])")
            }
            return (.none, (map[0] - spans.0) / stride.0 + 1, (map[1] - spans.1) / stride.1 + 1)
        }
        let (rows, columns) = ((map[0] - 1) / stride.0 + 1, (map[1] - 1) / stride.1 + 1)
        let height = max(0, (rows - 1) * stride.0 + spans.0 - map[0])
        let width = max(0, (columns - 1) * stride.1 + spans.1 - map[1])
        let padding = Padding(
            top: height / 2, left: width / 2, bottom: height - height / 2, right: width - width / 2)
        return (padding, rows, columns)
    }

    /// Pixels above, below, left and right: one number for all, two for both axes, or two pairs.
    func margins(_ key: String) throws(ClassificationError) -> Padding {
        let stated = layer.configuration[key]
        let pairs: [[Int]]
        if let all = stated.integer {
            pairs = [[all, all], [all, all]]
        } else {
            pairs = (stated.list ?? []).map { axis in
                axis.integer.map { [$0, $0] } ?? axis.list?.compactMap(\.integer) ?? []
            }
        }
        guard pairs.count == 2,
            pairs.allSatisfy({ $0.count == 2 && $0.allSatisfy { (0...4_096).contains($0) } })
        else { throw unsuitable("pixels at each side as `\(key)`", found: Self.shown(stated)) }
        return Padding(top: pairs[0][0], left: pairs[1][0], bottom: pairs[0][1], right: pairs[1][1])
    }
}
