extension ResampleTaps {
    /// Resamples the middle axis of `values`, `[outer, length, inner]`, to `[outer, runs.count, inner]`.
    ///
    /// Weights are rounded to single precision and sums kept in it, in the order of the input, as OpenCV does.
    func pass(_ values: [Float], outer: Int, length: Int, inner: Int) -> [Float] {
        var result = [Float](repeating: 0, count: outer * runs.count * inner)
        for block in 0..<outer {
            for (position, run) in runs.enumerated() {
                let to = (block * runs.count + position) * inner
                var from = (block * length + run.start) * inner
                for weight in run.weights.lazy.map(Float.init) {
                    for channel in 0..<inner { result[to + channel] += weight * values[from + channel] }
                    from += inner
                }
            }
        }
        return result
    }
}
