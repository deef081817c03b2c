import Images
import Testing

@Suite struct ResizeKernelTests {
    static let sizes = [(1, 1), (5, 40), (17, 9), (64, 64)]

    @Test("every kernel keeps an image of one colour", arguments: ResizeKernel.allCases, sizes)
    func constant(kernel: ResizeKernel, size: (Int, Int)) {
        let image = RGBImage(width: 23, height: 11, colour: (200, 3, 255))
        let result = image.resized(width: size.0, height: size.1, kernel: kernel)
        #expect(result == RGBImage(width: size.0, height: size.1, colour: (200, 3, 255)))
    }

    @Test("every kernel leaves an image of the wanted size alone", arguments: ResizeKernel.allCases)
    func same(kernel: ResizeKernel) {
        let image = OpenCVResizeTests.image
        #expect(image.resized(width: image.width, height: image.height, kernel: kernel) == image)
    }

    @Test(
        "symmetric kernels commute with a mirror",
        arguments: [ResizeKernel.bilinearAntialias, .bicubicAntialias, .area])
    func mirror(kernel: ResizeKernel) {
        let image = OpenCVResizeTests.image
        let found = mirrored(image).resized(width: 12, height: 7, kernel: kernel)
        #expect(found == mirrored(image.resized(width: 12, height: 7, kernel: kernel)))
    }

    @Test(
        "floats and levels agree within the rounding of two passes",
        arguments: [ResizeKernel.bilinearAntialias, .area])
    func agreement(kernel: ResizeKernel) {
        let image = OpenCVResizeTests.image
        let levels = image.resized(width: 12, height: 7, kernel: kernel)
        let exact = FloatImage(image, divisor: 1).resized(width: 12, height: 7, kernel: kernel)
        let worst = zip(levels.pixels, exact.values).map { abs(Float($0) - $1) }.max() ?? .infinity
        #expect(worst <= 1.01)
    }

    @Test("area averages equal a naive sum over sub-pixels")
    func naiveArea() {
        let image = OpenCVResizeTests.image
        let found = FloatImage(image, divisor: 1).resized(width: 19, height: 4, kernel: .area)
        let expected = (0..<(4 * 19 * 3)).map { index -> Float in
            let x = index / 3 % 19, y = index / 57, channel = index % 3
            // 26 rows make 4: 6.5 rows each, so half rows are the sub-pixels; 38 columns make 19: two each.
            let halfRows = (13 * y)..<(13 * (y + 1))
            let sum = halfRows.map { half in
                (0..<2).map { Int(image.pixels[3 * (half / 2 * 38 + 2 * x + $0) + channel]) }.reduce(0, +)
            }.reduce(0, +)
            return Float(sum) / 26
        }
        let worst = zip(found.values, expected).map { abs($0 - $1) }.max() ?? .infinity
        #expect(worst <= 1e-4)
    }

    @Test("a short side keeps the shape, long side rounded down")
    func shortSide() {
        let wide = RGBImage(width: 600, height: 451).shape(withShortSide: 256)
        #expect(wide == (340, 256))
        let tall = RGBImage(width: 7, height: 20).shape(withShortSide: 32)
        #expect(tall == (32, 91))
    }

    @Test("a centre crop rounds half pixels to even, as torchvision does")
    func centreCrop() {
        let image = OpenCVResizeTests.image  // 38 x 26: margins of 2.5 and 8.5 pixels round to 2 and 8
        let found = image.cropped(left: 0, top: 0, width: 38, height: 26).centreCropped(to: 21)
        #expect(found == image.cropped(left: 8, top: 2, width: 21, height: 21))
    }

    private func mirrored(_ image: RGBImage) -> RGBImage {
        var result = image
        for index in result.pixels.indices {
            let x = index / 3 % image.width, y = index / (3 * image.width), channel = index % 3
            result.pixels[index] = image.pixels[3 * (y * image.width + image.width - 1 - x) + channel]
        }
        return result
    }
}
