import Foundation

/// Finds the folders of embedded models without any setting: beside the binary, or in the checkout it was built in.
package enum ModelFolder {
    /// Where a folder `models` may stand, seen from any folder above the binary.
    private static let places = ["share/dermaudit/models", "stdlib/models"]

    /// The folder of the embedded model `name`.
    ///
    /// - Parameter executable: the binary's path; links are followed.
    package static func locate(
        _ name: String, executable: String? = Bundle.main.executablePath
    ) throws(GenerationError) -> String {
        let start = URL(fileURLWithPath: executable ?? CommandLine.arguments[0]).resolvingSymlinksInPath()
        var folder = start.deletingLastPathComponent()
        var searched: [String] = []
        while true {
            for place in places {
                let candidate = folder.appendingPathComponent(place).appendingPathComponent(name).path
                if FileManager.default.fileExists(atPath: candidate + "/config.json") { return candidate }
                searched.append(candidate)
            }
            let parent = folder.deletingLastPathComponent()
            guard parent.path != folder.path else { break }
            folder = parent
        }
        throw .modelNotFound(name: name, searched: searched)
    }
}
