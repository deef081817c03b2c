/// For each output position along one axis, the run of input positions that it averages and their weights.
struct ResampleTaps {
    /// The weighted input positions of one output position: `start`, `start + 1`, ...
    struct Run {
        /// The first input position.
        let start: Int
        /// Weights that sum to 1.
        let weights: [Double]
    }

    /// One run an output position.
    let runs: [Run]

    /// Taps of an antialiased kernel: the window is widened by the scale when shrinking (Pillow's `precompute_coeffs`).
    static func antialiased(from input: Int, to output: Int, window: ResampleWindow) -> ResampleTaps {
        let scale = Double(input) / Double(output)
        let widening = max(scale, 1)
        let support = window.support * widening
        let runs = (0..<output).map { position in
            let centre = (Double(position) + 0.5) * scale
            let start = max(0, Int(centre - support + 0.5))
            let end = min(input, Int(centre + support + 0.5))
            let values = (start..<end).map { window.value(at: (Double($0) - centre + 0.5) * (1 / widening)) }
            let total = values.reduce(0, +)
            return Run(start: start, weights: total == 0 ? values : values.map { $0 / total })
        }
        return ResampleTaps(runs: runs)
    }

    /// One pixel each, as in Pillow's affine transform: source positions accumulate in double precision.
    static func nearest(from input: Int, to output: Int) -> ResampleTaps {
        let step = Double(input) / Double(output)
        var position = step * 0.5
        return ResampleTaps(
            runs: (0..<output).map { _ in
                defer { position += step }
                return Run(start: min(Int(position), input - 1), weights: [1])
            })
    }

    /// Taps of two neighbours, clamped at the borders.
    static func pairs(_ neighbours: NeighbourPairs) -> ResampleTaps {
        ResampleTaps(
            runs: neighbours.clamped.pairs.map { pair in
                let weights = pair.fraction == 0 ? [1] : [1 - pair.fraction, pair.fraction]
                return Run(start: pair.index, weights: weights)
            })
    }

    /// Exact averages of the covered stretch, for `output <= input` (OpenCV's `computeResizeAreaTab`).
    static func area(from input: Int, to output: Int) -> ResampleTaps {
        let scale = Double(input) / Double(output)
        return ResampleTaps(
            runs: (0..<output).map { areaRun(at: Double($0) * scale, scale: scale, input: input) })
    }

    private static func areaRun(at left: Double, scale: Double, input: Int) -> Run {
        let right = left + scale
        let width = min(scale, Double(input) - left)
        let lastWhole = min(Int(right), input - 1)
        let firstWhole = min(Int(left.rounded(.up)), lastWhole)
        var start = firstWhole
        var weights = [Double](repeating: 1 / width, count: lastWhole - firstWhole)
        // 1e-3: below it OpenCV leaves a sliver out.
        if Double(firstWhole) - left > 1e-3 {
            weights.insert((Double(firstWhole) - left) / width, at: 0)
            start -= 1
        }
        if right - Double(lastWhole) > 1e-3 {
            weights.append(min(min(right - Double(lastWhole), 1), width) / width)
        }
        return Run(start: start, weights: weights)
    }
}
