import Foundation
import Provenance

extension ScriptCommands {
    /// The scripts at some paths, the working folder for none: files as they are, and every `*.audit` below folders, sorted.
    ///
    /// - Returns: each once; nil, with a message, where a folder cannot be read.
    func scripts(at paths: [String]) -> [String]? {
        var found: [String] = []
        for path in paths.isEmpty ? ["."] : paths {
            guard HostFile.isFolder(path) else {
                found.append(path)
                continue
            }
            guard let files = FileManager.default.enumerator(atPath: path) else {
                notice("error: `\(path)` cannot be read")
                return nil
            }
            let below = files.compactMap { $0 as? String }.filter { file in
                file.hasSuffix(".audit") && !file.split(separator: "/").contains { $0.hasPrefix(".") }
            }
            found += below.sorted().map { path == "." ? $0 : "\(path)/\($0)" }
        }
        var seen: Set<String> = []
        return found.filter { seen.insert($0).inserted }
    }
}
