/// Paths as texts, whatever lies there.
package enum PathText {
    /// The path of the folder that holds `path`; empty for a bare name, which lies in the working folder.
    package static func folder(of path: String) -> String {
        guard let slash = path.dropLast(path.hasSuffix("/") ? 1 : 0).lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// The name of what lies at `path`: what stands behind the last slash.
    package static func name(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[$0...].dropFirst()) } ?? path
    }

    /// A path without `.`, `..` and empty parts, so that a file has one path however it is written; `..` stays at the beginning.
    package static func plain(_ path: String) -> String {
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part == "..", let last = parts.last, last != ".." {
                parts.removeLast()
            } else {
                parts.append(part)
            }
        }
        return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
    }
}
