import CPNG

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// PNG files, through libpng.
public enum PNG {
    /// Decodes a PNG file of any colour type to 8-bit RGB.
    ///
    /// Palettes and grays are expanded, 16-bit samples keep their high byte. Everything that the
    /// standard forbids is an error: a wrong checksum (in any chunk), missing rows, an unknown filter.
    public static func decode(
        _ bytes: [UInt8], path: String = "image", alpha: AlphaTreatment = .drop,
        limits: ImageLimits = .standard
    ) throws(ImageError) -> RGBImage {
        try read(bytes, path: path, alpha: alpha, limits: limits).image
    }

    /// The text chunks of a PNG file, in file order. The whole file is read, so a damaged one is an error.
    public static func text(
        in bytes: [UInt8], path: String = "image", limits: ImageLimits = .standard
    ) throws(ImageError) -> [PNGText] {
        try read(bytes, path: path, alpha: .drop, limits: limits).text
    }

    /// Encodes `image` with `text` chunks before the pixels. The same image and text give the same bytes.
    public static func encode(_ image: RGBImage, text: [PNGText] = []) throws(ImageError) -> [UInt8] {
        for chunk in text { try chunk.check() }
        let strings = text.map { (strdup($0.key), strdup($0.text)) }
        defer {
            strings.forEach { pair in
                free(pair.0); free(pair.1)
            }
        }
        let chunks = zip(text, strings).map { chunk, pair in
            cpng_text(
                key: pair.0, text: pair.1, international: chunk.text.utf8.allSatisfy { $0 < 0x80 } ? 0 : 1)
        }
        var result: UnsafeMutablePointer<UInt8>?
        var count = 0
        var message = [CChar](repeating: 0, count: 200)
        // Safety: the pixels are 3 * width * height bytes by RGBImage's own check; libpng reads no further.
        let done = cpng_write(
            image.pixels, UInt32(image.width), UInt32(image.height), chunks, Int32(chunks.count), &result,
            &count,
            &message, message.count)
        guard done == 1, let result else {
            throw .unwritable(path: "image", reason: text0(message))
        }
        defer { free(result) }
        return [UInt8](UnsafeBufferPointer(start: result, count: count))
    }

    private static func text0(_ message: [CChar]) -> String {
        String(decoding: message.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    private static func read(
        _ bytes: [UInt8], path: String, alpha: AlphaTreatment, limits: ImageLimits
    ) throws(ImageError) -> (image: RGBImage, text: [PNGText]) {
        let result = bytes.withUnsafeBufferPointer { buffer in
            // Safety: the reader lives only inside this closure and reads at most `count` bytes.
            Result { () throws(ImageError) in
                try read(buffer, path: path, alpha: alpha, limits: limits)
            }
        }
        return try result.get()
    }

    private static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, path: String, alpha: AlphaTreatment, limits: ImageLimits
    ) throws(ImageError) -> (image: RGBImage, text: [PNGText]) {
        guard let reader = cpng_reader_create(bytes.baseAddress, bytes.count) else {
            throw .unreadable(path: path, reason: "out of memory")
        }
        defer { cpng_reader_destroy(reader) }
        var header = cpng_header()
        guard cpng_reader_header(reader, &header) == 1 else { throw failure(of: reader, path: path) }
        let width = Int(header.width), height = Int(header.height)
        try limits.check(width: width, height: height, in: bytes.count, path: path, format: .png)
        try checkPlausible(header, fileBytes: bytes.count, path: path)
        var pixels = [UInt8](repeating: 0, count: 3 * width * height)
        let background = alpha.background.map(Int32.init) ?? -1
        guard cpng_reader_pixels(reader, &pixels, pixels.count, background) == 1 else {
            throw failure(of: reader, path: path)
        }
        return (RGBImage(width: width, height: height, pixels: pixels), text(of: reader))
    }

    /// Throws when the file is too short to hold the declared pixels: deflate shrinks by 1032 at most.
    private static func checkPlausible(_ header: cpng_header, fileBytes: Int, path: String) throws(ImageError)
    {
        let stored =
            Int(header.height) * ((Int(header.width) * Int(header.channels) * Int(header.depth) + 7) / 8)
        guard stored / 1032 <= fileBytes else {
            throw .broken(
                path: path, format: .png, offset: 33,
                reason:
                    "it declares \(header.width) x \(header.height) pixels, which \(fileBytes) bytes cannot hold"
            )
        }
    }

    private static func failure(of reader: OpaquePointer, path: String) -> ImageError {
        .broken(
            path: path, format: .png, offset: cpng_reader_offset(reader),
            reason: String(cString: cpng_reader_message(reader)))
    }

    private static func text(of reader: OpaquePointer) -> [PNGText] {
        (0..<cpng_reader_text_count(reader)).compactMap { index in
            var key: UnsafePointer<CChar>?
            var text: UnsafePointer<CChar>?
            var international: Int32 = 0
            // Safety: both strings are null-terminated and owned by the reader, which outlives this closure.
            cpng_reader_text(reader, index, &key, &text, &international)
            guard let key, let text else { return nil }
            return PNGText(key: string(key, utf8: false), text: string(text, utf8: international == 1))
        }
    }

    /// A null-terminated UTF-8 or Latin-1 string.
    private static func string(_ bytes: UnsafePointer<CChar>, utf8: Bool) -> String {
        if utf8 { return String(cString: bytes) }
        let latin = UnsafeBufferPointer(start: bytes, count: strlen(bytes))
        return String(String.UnicodeScalarView(latin.map { Unicode.Scalar(UInt8(bitPattern: $0)) }))
    }
}
