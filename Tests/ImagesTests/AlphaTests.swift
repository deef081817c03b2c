import Foundation
import Images
import Testing

/// PNG files that are not opaque, against Pillow 12: `convert("RGB")`, and `paste` on black and on white with the alpha
/// as its mask.
@Suite("Transparency of PNG files")
struct AlphaTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name, file: String
        let pixels: [AlphaTreatment: [UInt8]]
        var testDescription: String { name }
    }

    static let cases = [
        Case(
            name: "red, green, blue and alpha",
            file:
                "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAI0lEQVR4nGM4wSX3/wSXXAMjEzMDw////30ZGBh8o6Jj/gEAczoJDI0GlJkAAAAASUVORK5CYII=",
            pixels: [
                .drop: [200, 10, 30, 200, 10, 30, 1, 2, 3, 255, 255, 255, 0, 0, 0, 90, 91, 92],
                .black: [200, 10, 30, 100, 5, 15, 0, 0, 0, 77, 77, 77, 0, 0, 0, 90, 91, 92],
                .white: [
                    200, 10, 30, 227, 132, 142, 255, 255, 255, 255, 255, 255, 178, 178, 178, 91, 92, 93,
                ],
            ]),
        Case(
            name: "grey and alpha",
            file:
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAQAAABeK7cBAAAADUlEQVR4nGM4kcL+HwAFXgIzhnELmgAAAABJRU5ErkJggg==",
            pixels: [
                .drop: [200, 200, 200, 7, 7, 7], .black: [78, 78, 78, 7, 7, 7],
                .white: [233, 233, 233, 7, 7, 7],
            ]),
        Case(
            name: "a palette with transparency",
            file:
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABAQMAAADO7O3JAAAABlBMVEUKFB7IZDJ3oLOcAAAAAnRSTlMo/wbMjB8AAAAKSURBVHicY3AAAABCAEEpN/TvAAAAAElFTkSuQmCC",
            pixels: [
                .drop: [10, 20, 30, 200, 100, 50], .black: [2, 3, 5, 200, 100, 50],
                .white: [217, 218, 220, 200, 100, 50],
            ]),
        Case(
            name: "one transparent colour",
            file:
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAABnRSTlMAAQACAAPJS6v1AAAAD0lEQVR4nGPg5GBnZGIGAACLAB9DEwVkAAAAAElFTkSuQmCC",
            pixels: [
                .drop: [9, 8, 7, 1, 2, 3], .black: [9, 8, 7, 0, 0, 0], .white: [9, 8, 7, 255, 255, 255],
            ]),
        Case(
            name: "opaque",
            file:
                "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGPg5GBnZGIGAACLAB9DEwVkAAAAAElFTkSuQmCC",
            pixels: [
                .drop: [9, 8, 7, 1, 2, 3], .black: [9, 8, 7, 1, 2, 3], .white: [9, 8, 7, 1, 2, 3],
            ]),
    ]

    @Test("is dropped, or laid on black or white", arguments: cases, AlphaTreatment.allCases)
    func treatments(case one: Case, alpha: AlphaTreatment) throws {
        let bytes = [UInt8](try #require(Data(base64Encoded: one.file)))
        let image = try ImageFile.decode(bytes, decoding: ImageDecoding(alpha: alpha))
        #expect(image.pixels == one.pixels[alpha])
    }

    @Test("a file that ends early is an error with every treatment", arguments: AlphaTreatment.allCases)
    func truncated(alpha: AlphaTreatment) throws {
        let bytes = [UInt8](try #require(Data(base64Encoded: Self.cases[0].file)))
        #expect(throws: ImageError.self) {
            try ImageFile.decode(Array(bytes.prefix(70)), decoding: ImageDecoding(alpha: alpha))
        }
    }
}
