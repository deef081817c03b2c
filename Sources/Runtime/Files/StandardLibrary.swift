import Foundation
import Provenance

/// Finds the modules that come with the program: beside the binary, or in the checkout it was built in.
package enum StandardLibrary {
    /// Where folders of modules may stand, seen from any folder above the binary.
    private static let places = ["share/dermaudit/modules", "stdlib/modules"]

    /// The file of the module `name`, such as `derm.ham10000`; nil where there is none.
    package static func path(ofModule name: String) -> String? {
        guard modules.contains(name), let folder else { return nil }
        return "\(folder)/\(name.replacing(".", with: "/")).audit"
    }

    /// The names of all modules, sorted.
    package static var modules: [String] {
        guard let folder, let topics = try? HostFile.names(in: folder) else { return [] }
        return topics.flatMap { topic in
            ((try? HostFile.names(in: "\(folder)/\(topic)")) ?? []).filter { $0.hasSuffix(".audit") }
                .map { "\(topic).\($0.dropLast(6))" }
        }.sorted()
    }

    private static var folder: String? {
        let start = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
            .resolvingSymlinksInPath()
        var folder = start.deletingLastPathComponent()
        while true {
            for place in places {
                let candidate = folder.appendingPathComponent(place).path
                if HostFile.isFolder(candidate) { return candidate }
            }
            let parent = folder.deletingLastPathComponent()
            guard parent.path != folder.path else { return nil }
            folder = parent
        }
    }
}
