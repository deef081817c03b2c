import CJPEG

/// JPEG files, through libjpeg-turbo.
public enum JPEG {
    /// Decodes a baseline or progressive JPEG file, gray or colour, to 8-bit RGB.
    ///
    /// Fancy upsampling and, unless told otherwise, the accurate integer transform are the library's defaults, so pixels
    /// equal those of other programs that use it. The EXIF orientation is not applied, as in the public training pipelines. Missing or damaged data is an
    /// error, never gray filling.
    public static func decode(
        _ bytes: [UInt8], path: String = "image", transform: JPEGTransform = .accurate,
        limits: ImageLimits = .standard
    ) throws(ImageError) -> RGBImage {
        let result = bytes.withUnsafeBufferPointer { buffer in
            // Safety: the reader lives only inside this closure and reads at most `count` bytes.
            Result { () throws(ImageError) in try read(buffer, path: path, transform, limits) }
        }
        return try result.get()
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, path: String, _ transform: JPEGTransform, _ limits: ImageLimits
    ) throws(ImageError) -> RGBImage {
        guard let reader = cjpeg_reader_create(bytes.baseAddress, bytes.count) else {
            throw .unreadable(path: path, reason: "out of memory")
        }
        defer { cjpeg_reader_destroy(reader) }
        var header = cjpeg_header()
        guard cjpeg_reader_header(reader, &header) == 1 else { throw failure(of: reader, path: path) }
        let width = Int(header.width), height = Int(header.height)
        try limits.check(width: width, height: height, in: bytes.count, path: path, format: .jpeg)
        guard header.components == 1 || header.components == 3 else {
            throw .broken(
                path: path, format: .jpeg, offset: cjpeg_reader_offset(reader),
                reason: "it has \(header.components) colour components, expected 1 (gray) or 3 (RGB)")
        }
        var pixels = [UInt8](repeating: 0, count: 3 * width * height)
        guard cjpeg_reader_pixels(reader, &pixels, pixels.count, transform == .fast ? 1 : 0) == 1 else {
            throw failure(of: reader, path: path)
        }
        return RGBImage(width: width, height: height, pixels: pixels)
    }

    private static func failure(of reader: OpaquePointer, path: String) -> ImageError {
        .broken(
            path: path, format: .jpeg, offset: cjpeg_reader_offset(reader),
            reason: lowerCased(String(cString: cjpeg_reader_message(reader))))
    }

    /// The library's sentences begin with a capital; ours do not.
    private static func lowerCased(_ sentence: String) -> String {
        sentence.prefix(1).lowercased() + sentence.dropFirst()
    }
}
