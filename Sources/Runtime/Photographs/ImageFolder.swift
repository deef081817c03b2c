import Provenance

/// The photographs in a folder and its subfolders, found by the names that tables give them.
struct ImageFolder: Sendable {
    /// A photograph.
    struct File: Sendable, Hashable {
        /// Its path, seen from the folder.
        let path: String
        /// The name without folders and extension, in lower case.
        fileprivate let stem: String
    }

    /// The photographs, sorted by path.
    let files: [File]
    private let places: [String: [Int]]

    private static let extensions: Set<String> = ["jpg", "jpeg", "png"]
    /// Deeper folders are not looked into: links may make a folder its own subfolder.
    private static let mostDepth = 12

    /// Lists the folder at `path`; no file is opened.
    ///
    /// Names are told apart by their extension, in any case of letters; names that begin with a point are skipped.
    init(_ path: String) throws(ProvenanceError) {
        var paths: [String] = []
        try Self.list(path, under: "", depth: 0, into: &paths)
        files = paths.sorted().map { File(path: $0, stem: Self.stem($0)) }
        places = Dictionary(grouping: files.indices, by: { [files] in files[$0].stem })
    }

    private static func list(
        _ folder: String, under prefix: String, depth: Int, into paths: inout [String]
    ) throws(ProvenanceError) {
        for name in try HostFile.names(in: folder) where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)"
            let isImage = name.lastIndex(of: ".").map { dot in
                extensions.contains(name[name.index(after: dot)...].lowercased())
            }
            if isImage ?? false, HostFile.isFile(path) {
                paths.append(prefix + name)
            } else if depth < mostDepth, HostFile.isFolder(path) {
                try list(path, under: "\(prefix)\(name)/", depth: depth + 1, into: &paths)
            }
        }
    }

    /// The photographs that `name` may mean: with or without folders, extension, and ISIC's mark of a smaller copy.
    func files(named name: String) -> [File] {
        let stem = Self.stem(name)
        let found = places[stem] ?? places[ImageName.alternative(to: stem)] ?? []
        guard found.count > 1 else { return found.map { files[$0] } }
        let word = "/" + name.lowercased()
        let exact = found.filter { place in
            let path = "/" + files[place].path.lowercased()
            return path.hasSuffix(word) || ImageName.stem(path).hasSuffix(ImageName.stem(word))
        }
        let whole = exact.filter { ("/" + files[$0].path.lowercased()).hasSuffix(word) }
        return (whole.isEmpty ? exact : whole).map { files[$0] }
    }

    private static func stem(_ path: String) -> String {
        let name = path.split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? path
        return ImageName.stem(name.trimmingBlanks).lowercased()
    }
}
