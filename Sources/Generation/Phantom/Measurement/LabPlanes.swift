import Images

/// An image as planes of CIELAB, row-major.
struct LabPlanes: Sendable {
    /// Columns.
    let width: Int
    /// Rows.
    let height: Int
    /// L*, 0...100.
    var lightness: [Float]
    /// a*.
    var a: [Float]
    /// b*.
    var b: [Float]

    /// Converts an image.
    init(_ image: RGBImage) {
        width = image.width
        height = image.height
        let count = image.width * image.height
        lightness = [Float](repeating: 0, count: count)
        a = lightness
        b = lightness
        for pixel in 0..<count {
            let colour = CIELAB(
                red: image.pixels[3 * pixel], green: image.pixels[3 * pixel + 1],
                blue: image.pixels[3 * pixel + 2])
            lightness[pixel] = Float(colour.lightness)
            a[pixel] = Float(colour.a)
            b[pixel] = Float(colour.b)
        }
    }

    /// The mean colour of the pixels that `mask` marks with anything but 0; nil where it marks none.
    func meanColour(where mask: [UInt8]) -> CIELAB? {
        var (count, l, a, b) = (0, 0.0, 0.0, 0.0)
        for pixel in 0..<mask.count where mask[pixel] != 0 {
            count += 1
            l += Double(lightness[pixel])
            a += Double(self.a[pixel])
            b += Double(self.b[pixel])
        }
        guard count > 0 else { return nil }
        return CIELAB(lightness: l / Double(count), a: a / Double(count), b: b / Double(count))
    }
}
