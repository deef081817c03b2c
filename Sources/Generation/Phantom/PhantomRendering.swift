import Images

/// A drawn image with its truth.
public struct PhantomRendering: Sendable, Hashable {
    /// Pixels along the side.
    public var size: Int
    /// sRGB-encoded red, green and blue in 0...1: `size * size * 3` values, row-major and interleaved.
    public var values: [Float]
    /// 1 where the lesion's outline encloses the pixel's centre, else 0: `size * size` values, row-major.
    public var mask: [UInt8]
    /// What is true of the image.
    public var truth: PhantomTruth

    /// The image in 8 bits, each value rounded to the nearest level.
    public var image: RGBImage {
        RGBImage(width: size, height: size, pixels: values.map { UInt8($0 * 255 + 0.5) })
    }
}
