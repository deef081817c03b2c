import Images

/// The pixels of one photograph, decoded once for each way that a classifier asks for.
struct PhotographPixels {
    private let bytes: [UInt8]
    private let name: String
    private var images: [ImageDecoding: RGBImage] = [:]

    /// - Parameter name: what errors call the photograph.
    init(_ bytes: [UInt8], name: String) {
        self.bytes = bytes
        self.name = name
    }

    /// The image as `decoding` gives it.
    mutating func decoded(_ decoding: ImageDecoding) throws(ImageError) -> RGBImage {
        if let image = images[decoding] { return image }
        let image = try ImageFile.decode(bytes, path: name, decoding: decoding)
        images[decoding] = image
        return image
    }
}
