extension RGBImage {
    /// The image with its red channel copied to green and blue.
    public func redOnly() -> RGBImage {
        var result = self
        for index in stride(from: 0, to: result.pixels.count, by: 3) {
            result.pixels[index + 1] = result.pixels[index]
            result.pixels[index + 2] = result.pixels[index]
        }
        return result
    }
}
