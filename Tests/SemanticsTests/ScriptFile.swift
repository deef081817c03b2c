import Foundation

/// A script of this repository.
struct ScriptFile: Sendable, CustomStringConvertible {
    /// Its path in the repository.
    let name: String
    /// Its text.
    let text: String

    var description: String { name }

    /// The scripts of the library, the examples and the design.
    static let all: [ScriptFile] = {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().resolvingSymlinksInPath().deletingLastPathComponent()
        let paths = ["stdlib", "examples", "Tests/Scripts"].flatMap { folder in
            (FileManager.default.subpaths(atPath: root.appending(path: folder).path) ?? []).sorted()
                .map { "\(folder)/\($0)" }
        }
        return paths.filter { $0.hasSuffix(".audit") }.compactMap { path in
            let text = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
            return text.map { ScriptFile(name: path, text: $0) }
        }
    }()
}
