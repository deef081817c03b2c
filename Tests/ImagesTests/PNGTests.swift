import Foundation
import Images
import Testing

@Suite struct PNGTests {
    static let image = OpenCVResizeTests.image

    @Test("an image comes back from PNG as it was")
    func roundTrip() throws {
        #expect(try PNG.decode(PNG.encode(Self.image)) == Self.image)
    }

    @Test("the same image and text make the same bytes")
    func deterministic() throws {
        let text = [PNGText(key: "Software", text: "dermaudit")]
        #expect(try PNG.encode(Self.image, text: text) == PNG.encode(Self.image, text: text))
    }

    @Test("text chunks come back in order, ASCII and beyond")
    func text() throws {
        let text = [
            PNGText(key: "dermaudit:prompt", text: "melanoma, male, age 30, skin type II"),
            PNGText(key: "Author", text: "Zoë - 皮膚"), PNGText(key: "empty", text: ""),
            PNGText(key: "long", text: String(repeating: "seed 17\n", count: 5_000)),
        ]
        let bytes = try PNG.encode(Self.image, text: text)
        #expect(try PNG.text(in: bytes) == text)
        #expect(try PNG.decode(bytes) == Self.image)
    }

    @Test(
        "text that PNG cannot hold is an error",
        arguments: [
            PNGText(key: "", text: "a"), PNGText(key: String(repeating: "k", count: 80), text: "a"),
            PNGText(key: " a", text: "a"), PNGText(key: "a  b", text: "a"), PNGText(key: "é", text: "a"),
            PNGText(key: "a", text: "b\0c"),
        ])
    func badText(chunk: PNGText) {
        #expect(throws: ImageError.self) { try PNG.encode(Self.image, text: [chunk]) }
    }

    @Test("a file cut anywhere is an error", arguments: Array(stride(from: 0, to: 600, by: 23)))
    func truncated(length: Int) throws {
        let bytes = try PNG.encode(Self.image)
        #expect(throws: ImageError.self) { try ImageFile.decode(Array(bytes.prefix(length))) }
    }

    @Test("a changed bit anywhere is an error", arguments: Array(stride(from: 0, to: 600, by: 7)))
    func flipped(at index: Int) throws {
        var bytes = try PNG.encode(Self.image, text: [PNGText(key: "a", text: "b")])
        bytes[index] ^= 0x10
        #expect(throws: ImageError.self) { try ImageFile.decode(bytes) }
    }

    @Test("a size beyond the limit is refused before memory is taken")
    func limits() throws {
        let bytes = try PNG.encode(Self.image)
        let limits = ImageLimits(fileBytes: 1 << 20, side: 30, pixels: 1_000)
        #expect(throws: ImageError.tooLarge(path: "a.png", what: "columns", found: 38, limit: 30)) {
            try ImageFile.decode(bytes, path: "a.png", limits: limits)
        }
        let fewer = ImageLimits(fileBytes: 1 << 20, side: 100, pixels: 900)
        #expect(throws: ImageError.tooLarge(path: "a.png", what: "pixels", found: 988, limit: 900)) {
            try ImageFile.decode(bytes, path: "a.png", limits: fewer)
        }
    }

    @Test("an error says file, format, place and reason")
    func message() throws {
        let bytes = Array(try PNG.encode(Self.image).prefix(200))
        #expect {
            try ImageFile.decode(bytes, path: "lesion.png")
        } throws: { error in
            "\(error)" == "`lesion.png` is a damaged PNG file: the file ends too early, at byte 41"
        }
    }
}
