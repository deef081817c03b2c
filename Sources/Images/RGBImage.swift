/// An image of 8-bit red, green and blue, row-major and interleaved.
public struct RGBImage: Sendable, Hashable {
    /// Columns.
    public let width: Int
    /// Rows.
    public let height: Int
    /// `height * width * 3` bytes: the pixel of row y, column x starts at `3 * (y * width + x)`.
    public var pixels: [UInt8]

    /// An image from its bytes; traps when their number does not fit the size, which is a bug of the caller.
    public init(width: Int, height: Int, pixels: [UInt8]) {
        precondition(width > 0 && height > 0, "an image has at least one pixel")
        precondition(pixels.count == width * height * 3, "\(pixels.count) bytes for \(width) x \(height)")
        self.width = width
        self.height = height
        self.pixels = pixels
    }

    /// An image of one colour.
    public init(width: Int, height: Int, colour: (UInt8, UInt8, UInt8) = (255, 255, 255)) {
        var pixels = [UInt8](repeating: 0, count: width * height * 3)
        for index in 0..<(width * height) {
            pixels[3 * index] = colour.0
            pixels[3 * index + 1] = colour.1
            pixels[3 * index + 2] = colour.2
        }
        self.init(width: width, height: height, pixels: pixels)
    }
}
