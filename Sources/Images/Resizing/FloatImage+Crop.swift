extension FloatImage {
    /// The square of `size` pixels in the middle; half pixels are rounded to even, as ``RGBImage/centreCropped(to:)``.
    public func centreCropped(to size: Int) -> FloatImage {
        precondition(size <= width && size <= height, "a square of \(size) in \(width) x \(height)")
        let left = Int((Double(width - size) / 2).rounded(.toNearestOrEven))
        let top = Int((Double(height - size) / 2).rounded(.toNearestOrEven))
        var result: [Float] = []
        result.reserveCapacity(3 * size * size)
        for y in top..<(top + size) {
            let start = 3 * (y * width + left)
            result += values[start..<(start + 3 * size)]
        }
        return FloatImage(width: size, height: size, values: result)
    }
}
