import Images

/// The pixels of one photograph, decoded once for each transform that a classifier asks for.
struct PhotographPixels {
    private let bytes: [UInt8]
    private let name: String
    private var images: [JPEGTransform: RGBImage] = [:]

    /// - Parameter name: what errors call the photograph.
    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// The image as `transform` gives it.
    mutating func decoded(_ transform: JPEGTransform) throws(ImageError) -> RGBImage {
        if let image = images[transform] { return image }
        let image = try ImageFile.decode(bytes, path: name, transform: transform)
        images[transform] = image
        return image
    }
}
