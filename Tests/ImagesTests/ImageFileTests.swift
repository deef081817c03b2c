import Foundation
import Images
import Testing

@Suite struct ImageFileTests {
    private func folder() throws -> URL {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("images-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        return url
    }

    @Test("a PNG is read by its content, whatever its name")
    func content() throws {
        let url = try folder().appendingPathComponent("lesion.jpg")
        defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
        try ImageFile.write(OpenCVResizeTests.image, to: url.path)
        #expect(try ImageFile.read(url.path) == OpenCVResizeTests.image)
    }

    @Test("a missing file is an error that names it")
    func missing() {
        #expect {
            try ImageFile.read("/nowhere/lesion.png")
        } throws: { error in
            guard case .unreadable(let path, _) = error as? ImageError else { return false }
            return path == "/nowhere/lesion.png"
        }
    }

    @Test("a folder that does not exist cannot be written to")
    func unwritable() {
        #expect {
            try ImageFile.write(OpenCVResizeTests.image, to: "/nowhere/lesion.png")
        } throws: { error in
            guard case .unwritable = error as? ImageError else { return false }
            return true
        }
    }

    @Test("a file longer than the limit is refused")
    func long() throws {
        let url = try folder().appendingPathComponent("lesion.png")
        defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
        try ImageFile.write(OpenCVResizeTests.image, to: url.path)
        let limits = ImageLimits(fileBytes: 100, side: 1_000, pixels: 1_000_000)
        #expect(throws: ImageError.tooLarge(path: url.path, what: "bytes or more", found: 101, limit: 100)) {
            try ImageFile.read(url.path, limits: limits)
        }
    }

    @Test(
        "bytes of no image format are named",
        arguments: [([], "is empty"), (Array("GIF89a".utf8), "begins with 47 49 46 38 39 61")])
    func unknown(bytes: [UInt8], found: String) {
        #expect(throws: ImageError.notAnImage(path: "x", found: found)) {
            try ImageFile.decode(bytes, path: "x")
        }
    }
}
