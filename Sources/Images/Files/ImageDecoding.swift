/// How an image file becomes pixels, where programs differ.
public struct ImageDecoding: Sendable, Hashable {
    /// How a JPEG file's frequencies become pixels.
    public var transform = JPEGTransform.accurate
    /// What becomes of a PNG file's transparency.
    public var alpha = AlphaTreatment.drop

    /// The way of most programs, but for what is said.
    public init(transform: JPEGTransform = .accurate, alpha: AlphaTreatment = .drop) {
        (self.transform, self.alpha) = (transform, alpha)
    }
}
