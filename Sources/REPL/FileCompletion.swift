import Provenance

/// Finds the files that a path under construction may mean.
package struct FileCompletion {
    /// The folder that relative paths start from; empty for the working folder.
    private let folder: String

    /// Looks for files seen from `folder`.
    package init(folder: String) {
        self.folder = folder
    }

    /// The paths that go on from `typed`, sorted; folders end with a slash. Hidden files need their dot.
    package func paths(startingWith typed: String) -> [String] {
        let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
        let (start, rest) = (String(typed[..<cut]), typed[cut...])
        let place = HostFile.path(start.isEmpty ? "." : start, from: folder)
        let names = (try? HostFile.names(in: place)) ?? []
        return names.filter { $0.hasPrefix(rest) && ($0.hasPrefix(".") == rest.hasPrefix(".")) }.sorted().map
        {
            start + $0 + (HostFile.isFolder(HostFile.path(start + $0, from: folder)) ? "/" : "")
        }
    }
}
