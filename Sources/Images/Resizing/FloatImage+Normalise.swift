extension FloatImage {
    /// Each channel less its `mean`, divided by its `deviation`.
    public func normalised(mean: [Float], deviation: [Float]) -> FloatImage {
        precondition(
            mean.count == 3 && deviation.count == 3, "three channels have three means and deviations")
        var result = self
        for index in result.values.indices {
            result.values[index] = (result.values[index] - mean[index % 3]) / deviation[index % 3]
        }
        return result
    }

    /// The image with red and blue exchanged.
    public func bgr() -> FloatImage {
        var result = self
        for index in stride(from: 0, to: result.values.count, by: 3) {
            result.values.swapAt(index, index + 2)
        }
        return result
    }
}
