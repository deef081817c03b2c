/// Names of images as tables write them: with or without a folder, an extension, or ISIC's mark of a smaller copy.
enum ImageName {
    /// What the ISIC archive puts behind the names of images that it has made smaller.
    static let smallerCopy = "_downsampled"

    private static let extensions: Set<String> = [
        ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif", ".webp", ".dcm",
    ]

    /// The name without the extension of an image file.
    static func stem(_ text: String) -> String {
        guard let dot = text.utf8.lastIndex(of: UInt8(ascii: ".")),
            text.utf8.distance(from: dot, to: text.endIndex) <= 5,
            extensions.contains(text[dot...].lowercased())
        else { return text }
        return String(text[..<dot])
    }

    /// The same of bytes: trimmed, without the extension of an image file.
    static func stem(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
        let bytes = text.trimmingBlanks
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), bytes.count - dot <= 5,
            extensions.contains(String(decoding: bytes[dot...], as: UTF8.self).lowercased())
        else { return bytes }
        return UnsafeBufferPointer(rebasing: bytes[..<dot])
    }

    /// The other way to write a name: without the mark of a smaller copy where it has one, else with it.
    static func alternative(to stem: String) -> String {
        stem.hasSuffix(smallerCopy) ? String(stem.dropLast(smallerCopy.count)) : stem + smallerCopy
    }
}
