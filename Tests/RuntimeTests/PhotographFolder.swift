import Foundation
import Images
import TestSupport

/// Photographs on disk: dark ones, which `DarknessJudge` calls melanoma, and pale ones.
enum PhotographFolder {
    /// A grey JPEG of 8 x 8 pixels at level 20, made by Pillow 12 (`Image.new("L", (8, 8), 20)`, quality 30).
    static let darkJPEG =
        Data(
            base64Encoded: """
                /9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1td\
                hbWGkJ6jq62rZ4C8ybqmx5moq6T/wAALCAAIAAgBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAABv/EABQQAQAAAAAAAAAA\
                AAAAAAAAAAD/2gAIAQEAAD8APv/Z
                """) ?? Data()

    /// Writes a photograph of one level: PNG, or the dark JPEG where the name says so.
    static func write(_ name: String, level: UInt8 = 20, to folder: TemporaryFolder) throws {
        let url = URL(fileURLWithPath: folder.path + "/" + name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        let isJPEG = ["jpg", "jpeg"].contains(url.pathExtension.lowercased())
        let image = RGBImage(width: 8, height: 8, colour: (level, level, level))
        try (isJPEG ? darkJPEG : Data(PNG.encode(image))).write(to: url)
    }
}
