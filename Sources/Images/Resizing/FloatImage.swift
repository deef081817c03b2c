/// An image of red, green and blue in single precision, row-major and interleaved.
public struct FloatImage: Sendable, Hashable {
    /// Columns.
    public let width: Int
    /// Rows.
    public let height: Int
    /// `height * width * 3` numbers, in the layout of ``RGBImage``.
    public var values: [Float]

    /// An image from its numbers; traps when their count does not fit the size, which is a bug of the caller.
    public init(width: Int, height: Int, values: [Float]) {
        precondition(width > 0 && height > 0, "an image has at least one pixel")
        precondition(values.count == width * height * 3, "\(values.count) numbers for \(width) x \(height)")
        self.width = width
        self.height = height
        self.values = values
    }

    /// The levels of `image` divided by `divisor`.
    public init(_ image: RGBImage, divisor: Float) {
        self.init(width: image.width, height: image.height, values: image.pixels.map { Float($0) / divisor })
    }

    /// The image at `width` x `height`, without any rounding to levels (torchvision, OpenCV and TensorFlow on floats).
    public func resized(width: Int, height: Int, kernel: ResizeKernel) -> FloatImage {
        precondition(width > 0 && height > 0, "an image has at least one pixel")
        if width == self.width && height == self.height { return self }
        let grows = width > self.width || height > self.height
        var result = values
        if width != self.width {
            let taps = Self.taps(from: self.width, to: width, kernel: kernel, grows: grows)
            result = taps.pass(result, outer: self.height, length: self.width, inner: 3)
        }
        if height != self.height {
            let taps = Self.taps(from: self.height, to: height, kernel: kernel, grows: grows)
            result = taps.pass(result, outer: 1, length: self.height, inner: 3 * width)
        }
        return FloatImage(width: width, height: height, values: result)
    }

    private static func taps(from input: Int, to output: Int, kernel: ResizeKernel, grows: Bool)
        -> ResampleTaps
    {
        switch kernel {
        case .nearest: .nearest(from: input, to: output)
        case .bilinear: .pairs(.linear(from: input, to: output))
        case .area: grows ? .pairs(.areaGrowing(from: input, to: output)) : .area(from: input, to: output)
        case .bilinearAntialias: .antialiased(from: input, to: output, window: .triangle)
        case .bicubicAntialias: .antialiased(from: input, to: output, window: .cubic)
        case .lanczosAntialias: .antialiased(from: input, to: output, window: .lanczos)
        case .boxAntialias: .antialiased(from: input, to: output, window: .box)
        }
    }
}
