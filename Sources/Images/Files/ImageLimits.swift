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

    /// The limits for users' files: 256 MB, 32,768 pixels a side, 100 million pixels in all.
    public static let standard = ImageLimits(fileBytes: 256 << 20, side: 32_768, pixels: 100_000_000)

    /// Throws unless an image of `width` x `height` may be read from `path`.
    func check(width: Int, height: Int, path: String) throws(ImageError) {
        guard width <= side else {
            throw .tooLarge(path: path, what: "columns", found: width, limit: side)
        }
        guard height <= side else {
            throw .tooLarge(path: path, what: "rows", found: height, limit: side)
        }
        guard width * height <= pixels else {
            throw .tooLarge(path: path, what: "pixels", found: width * height, limit: pixels)
        }
    }
}
