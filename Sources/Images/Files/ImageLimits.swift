/// The largest image that is read: files from users may declare any size in a few bytes.
public struct ImageLimits: Sendable, Hashable {
    /// Bytes of a file.
    public var fileBytes: Int
    /// Columns, and rows, of an image.
    public var side: Int
    /// Pixels of an image; three bytes each are allocated.
    public var pixels: Int

    /// Limits of `fileBytes` bytes, `side` pixels a side and `pixels` in all.
    public init(fileBytes: Int, side: Int, pixels: Int) {
        self.fileBytes = fileBytes
        self.side = side
        self.pixels = pixels
    }

    /// The limits for users' files: 64 MB, 32,768 pixels a side, 100 million pixels in all.
    public static let standard = ImageLimits(fileBytes: 64 << 20, side: 32_768, pixels: 100_000_000)

    /// So many pixels may be in few bytes; beyond them a byte of the file stands for at most `pixelsForByte`. Photographs have
    /// ten at the most, a picture made to fill the memory has thousands.
    private static let freePixels = 8_000_000
    private static let pixelsForByte = 64

    /// Throws unless an image of `width` x `height` may be read from the `bytes` of `path`.
    func check(
        width: Int, height: Int, in bytes: Int, path: String, format: ImageFormat
    ) throws(ImageError) {
        guard width <= side else {
            throw .tooLarge(path: path, what: "columns", found: width, limit: side)
        }
        guard height <= side else {
            throw .tooLarge(path: path, what: "rows", found: height, limit: side)
        }
        guard width * height <= pixels else {
            throw .tooLarge(path: path, what: "pixels", found: width * height, limit: pixels)
        }
        guard width * height <= Self.freePixels + Self.pixelsForByte * bytes else {
            throw .broken(
                path: path, format: format, offset: 0,
                reason: "it declares \(width) x \(height) pixels in \(bytes) bytes, as no photograph does")
        }
    }
}
