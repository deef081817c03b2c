/// For each output position along one axis, two neighbouring input positions and where between them it lies.
struct NeighbourPairs {
    /// The positions `index` and `index + 1`, which may lie outside the image, weighted `1 - fraction` and `fraction`.
    struct Pair {
        let index: Int
        let fraction: Double
    }

    /// One pair an output position.
    let pairs: [Pair]
    /// The number of input positions.
    let input: Int

    /// Half-pixel centres.
    static func linear(from input: Int, to output: Int) -> NeighbourPairs {
        let scale = Double(input) / Double(output)
        let pairs = (0..<output).map { position in
            let source = (Double(position) + 0.5) * scale - 0.5
            return Pair(index: Int(source.rounded(.down)), fraction: source - source.rounded(.down))
        }
        return NeighbourPairs(pairs: pairs, input: input)
    }

    /// OpenCV's substitute for area averaging where an axis grows: mixed only across a pixel's border.
    static func areaGrowing(from input: Int, to output: Int) -> NeighbourPairs {
        let scale = Double(input) / Double(output)
        let pairs = (0..<output).map { position in
            let start = Int(Double(position) * scale)
            let fraction = Double(position + 1) - Double(start + 1) / scale
            return Pair(index: start, fraction: fraction <= 0 ? 0 : fraction - fraction.rounded(.down))
        }
        return NeighbourPairs(pairs: pairs, input: input)
    }

    /// The same pairs with those that reach over a border on the border's pixel alone.
    var clamped: NeighbourPairs {
        let inside = pairs.map { pair in
            if pair.index < 0 { return Pair(index: 0, fraction: 0) }
            return pair.index + 1 < input ? pair : Pair(index: input - 1, fraction: 0)
        }
        return NeighbourPairs(pairs: inside, input: input)
    }
}
