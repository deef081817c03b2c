import Foundation
import Images
import Testing

/// One result of `cv2.resize`, made by `Fixtures/make_opencv.py`.
struct OpenCVCase: Decodable, CustomTestStringConvertible {
    let kernel: ResizeKernel
    let width: Int
    let height: Int
    /// Hexadecimal bytes.
    let levels: String
    /// Every seventh value of the result on floats.
    let floatEverySeventh: [Float]

    var testDescription: String { "\(kernel.rawValue) to \(width)x\(height)" }

    var bytes: [UInt8] {
        let digits = Array(levels)
        return stride(from: 0, to: digits.count, by: 2).compactMap {
            UInt8(String(digits[$0...($0 + 1)]), radix: 16)
        }
    }
}

private struct OpenCVFile: Decodable {
    let opencv: String
    let cases: [OpenCVCase]
}

@Suite struct OpenCVResizeTests {
    /// The image that `make_opencv.py` draws.
    static let image = RGBImage(
        width: 38, height: 26,
        pixels: (0..<(26 * 38 * 3)).map { index in
            let x = index / 3 % 38, y = index / 114, c = index % 3
            return UInt8((7 * x + 13 * y + 31 * c + x * y) % 256)
        })

    static func cases() throws -> [OpenCVCase] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/opencv.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(OpenCVFile.self, from: Data(contentsOf: url)).cases
    }

    @Test("8-bit results equal OpenCV's, byte for byte", arguments: try cases())
    func levels(item: OpenCVCase) {
        let result = Self.image.resized(width: item.width, height: item.height, kernel: item.kernel)
        #expect(result.pixels == item.bytes)
    }

    @Test("float results are within 1e-4 levels of OpenCV's", arguments: try cases())
    func floats(item: OpenCVCase) {
        let result = FloatImage(Self.image, divisor: 1)
            .resized(width: item.width, height: item.height, kernel: item.kernel)
        let found = stride(from: 0, to: result.values.count, by: 7).map { result.values[$0] }
        #expect(found.count == item.floatEverySeventh.count)
        let worst = zip(found, item.floatEverySeventh).map { abs($0 - $1) }.max() ?? .infinity
        #expect(worst <= 1e-4)
    }
}
