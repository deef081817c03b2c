import Foundation

/// Image files on disk.
public enum ImageFile {
    /// Reads a PNG or JPEG file, told apart by content, as 8-bit RGB in its stored orientation.
    public static func read(
        _ path: String, decoding: ImageDecoding = ImageDecoding(), limits: ImageLimits = .standard
    ) throws(ImageError) -> RGBImage {
        try decode(
            try bytes(of: path, limits: limits), path: path, decoding: decoding, limits: limits)
    }

    /// Decodes the bytes of a PNG or JPEG file; errors name `path`.
    public static func decode(
        _ bytes: [UInt8], path: String = "image", decoding: ImageDecoding = ImageDecoding(),
        limits: ImageLimits = .standard
    ) throws(ImageError) -> RGBImage {
        switch ImageFormat(signatureOf: bytes) {
        case .png: return try PNG.decode(bytes, path: path, alpha: decoding.alpha, limits: limits)
        case .jpeg:
            return try JPEG.decode(bytes, path: path, transform: decoding.transform, limits: limits)
        case nil:
            throw .notAnImage(
                path: path, found: bytes.isEmpty ? "is empty" : "begins with \(hex(bytes.prefix(8)))")
        }
    }

    /// Writes `image` to `path` as PNG with `text`; an existing file is replaced in one step.
    public static func write(_ image: RGBImage, to path: String, text: [PNGText] = []) throws(ImageError) {
        let bytes = try PNG.encode(image, text: text)
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw .unwritable(path: path, reason: error.localizedDescription)
        }
    }

    /// All bytes of the file at `path`, at most the limit.
    static func bytes(of path: String, limits: ImageLimits) throws(ImageError) -> [UInt8] {
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            let data = try handle.read(upToCount: limits.fileBytes + 1) ?? Data()
            guard data.count <= limits.fileBytes else {
                throw ImageError.tooLarge(
                    path: path, what: "bytes or more", found: data.count, limit: limits.fileBytes)
            }
            return [UInt8](data)
        } catch let error as ImageError {
            throw error
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
    }

    private static func hex(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { String(($0 >> 4), radix: 16) + String($0 & 15, radix: 16) }.joined(separator: " ")
    }
}
