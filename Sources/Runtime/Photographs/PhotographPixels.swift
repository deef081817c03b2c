import Images

/// The pixels of one photograph, decoded once for each way that a classifier asks for.
struct PhotographPixels {
    private let bytes: [UInt8]
    private let name: String
    /// How many times its short side a photograph's long side may be: where the short side is enlarged to that of a network,
    /// the long one grows with it.
    private static let longest = 20

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
        let (short, long) = (min(image.width, image.height), max(image.width, image.height))
        guard long <= Self.longest * short else {
            throw .tooLarge(
                path: name, what: "times the pixels of its short side in its long one", found: long / short,
                limit: Self.longest)
        }
        images[decoding] = image
        return image
    }
}
