import OracleSupport
import Foundation

/// The folder of preprocessing cases: images, expected results and broken images.
enum PreprocessingFolder {
    /// One image of the manifest: either with results, or to be rejected.
    struct Entry: Decodable {
        /// Path in the folder.
        let image: String
        /// Why the image is rejected; nil for good images.
        let reason: String?
        /// What is made of it, by name.
        let results: [String: Result]?

        /// The path on disk.
        var path: String { OracleFolder.root.appendingPathComponent("preprocessing/\(image)").path }

        /// The stored results.
        func expected() throws -> OracleValues {
            let name = URL(fileURLWithPath: image).lastPathComponent
            return try OracleValues(path: "preprocessing/expected/\(name).safetensors")
        }
    }

    /// One result: its shape, and every `stride`-th value is stored.
    struct Result: Decodable {
        let shape: [Int]
        let stride: Int
        let tolerance: Double
    }

    private struct Manifest: Decodable {
        let images: [Entry]
    }

    /// All entries; throws when the folder is missing.
    static func entries() throws -> [Entry] {
        try JSONDecoder().decode(Manifest.self, from: OracleFolder.data("preprocessing/manifest.json")).images
    }
}
