import Foundation
import Testing

/// A case of the language: a Markdown file with a source and, below it, what every stage makes of it.
struct GoldenCase: Sendable, CustomTestStringConvertible {
    /// The folder of all cases.
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    /// Whether files are rewritten instead of compared.
    static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

    /// The file's name without its extension.
    let name: String
    /// What stands above the source: title and prose.
    let head: String
    /// The script.
    let source: String
    /// The stages as the file has them, by title.
    let stages: [String: String]

    var testDescription: String { name }

    /// All cases, by name.
    static let all: [GoldenCase] = {
        let files =
            (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.filter { $0.pathExtension == "md" }.sorted { $0.path < $1.path }.compactMap(
            GoldenCase.init)
    }()

    /// Reads a case; nil where the file has no source.
    private init?(_ file: URL) {
        guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
        var head: [String] = []
        var blocks: [String: String] = [:]
        var title: String?
        var isFenced = false
        for line in text.components(separatedBy: "\n") {
            if line.hasPrefix("````") {
                isFenced.toggle()
                if isFenced, let title { blocks[title] = "" }
            } else if isFenced, let title {
                blocks[title, default: ""] += line + "\n"
            } else if line.hasPrefix("## ") {
                title = String(line.dropFirst(3))
            } else if title == nil {
                head.append(line)
            }
        }
        guard let source = blocks.removeValue(forKey: "source") else { return nil }
        name = file.deletingPathExtension().lastPathComponent
        self.head = head.joined(separator: "\n")
        self.source = source
        stages = blocks
    }

    /// Writes the case with these stages.
    func write(_ stages: [(title: String, text: String)]) throws {
        var text = head
        for stage in [("source", source)] + stages where !stage.1.isEmpty {
            text +=
                (text.hasSuffix("\n\n") ? "" : "\n")
                + "## \(stage.0)\n\n````\(stage.0 == "source" ? "audit" : "")\n\(stage.1)````\n"
        }
        try text.write(to: Self.folder.appending(path: name + ".md"), atomically: true, encoding: .utf8)
    }
}
