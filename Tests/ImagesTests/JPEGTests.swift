import Foundation
import Images
import Testing

@Suite struct JPEGTests {
    private func fixture(_ name: String) throws -> [UInt8] {
        let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/\(name)")
        return [UInt8](try Data(contentsOf: url))
    }

    @Test("each transform gives the pixels of libjpeg-turbo's own program", arguments: JPEGTransform.allCases)
    func transforms(transform: JPEGTransform) throws {
        let expected = try PNG.decode(fixture("transforms_\(transform.rawValue).png"))
        #expect(try JPEG.decode(fixture("transforms.jpg"), transform: transform) == expected)
        #expect(
            try ImageFile.decode(
                fixture("transforms.jpg"), decoding: ImageDecoding(transform: transform)) == expected)
    }

    @Test("the transforms differ, by a few grey levels")
    func difference() throws {
        let accurate = try JPEG.decode(fixture("transforms.jpg"))
        let fast = try JPEG.decode(fixture("transforms.jpg"), transform: .fast)
        let most = zip(accurate.pixels, fast.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
        #expect((1...16).contains(most))
    }

    @Test("a JPEG that ends early is an error with either transform", arguments: JPEGTransform.allCases)
    func truncated(transform: JPEGTransform) throws {
        let bytes = try fixture("transforms.jpg")
        #expect(throws: ImageError.self) {
            try JPEG.decode(Array(bytes.prefix(bytes.count / 2)), transform: transform)
        }
    }
}
