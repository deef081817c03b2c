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
    /// Deeper folders are not looked into.
    private static let mostDepth = 12

    /// Lists the folder at `path`; no file is opened.
    ///
    /// Names are told apart by their extension, in any case of letters; names that begin with a point are skipped. A folder
    /// to which links lead is listed once, under the shortest and then the first of its paths.
    init(_ path: String) throws(ProvenanceError) {
        files = try Self.paths(in: path).sorted().map { File(path: $0, stem: Self.stem($0)) }
        places = Dictionary(grouping: files.indices, by: { [files] in files[$0].stem })
    }

    /// How many photographs are in the folder at `path` and its subfolders.
    static func count(in path: String) throws(ProvenanceError) -> Int {
        try paths(in: path).count
    }

    /// The paths of all photographs, seen from `folder`, in no order.
    private static func paths(in folder: String) throws(ProvenanceError) -> [String] {
        var paths: [String] = []
        var seen: Set<HostFolder.Identity> = []
        // The folders of one depth, in order, each with a stroke at its end.
        var prefixes = [""]
        for _ in 0...mostDepth {
            var deeper: [String] = []
            for prefix in prefixes {
                let listed = try HostFolder(prefix.isEmpty ? folder : "\(folder)/\(prefix.dropLast())")
                guard seen.insert(listed.identity).inserted else { continue }
                for entry in listed.entries where !entry.name.hasPrefix(".") {
                    if entry.kind == .folder {
                        deeper.append("\(prefix)\(entry.name)/")
                    } else if isPhotograph(entry.name) {
                        paths.append(prefix + entry.name)
                    }
                }
            }
            prefixes = deeper.sorted()
        }
        return paths
    }

    private static func isPhotograph(_ name: String) -> Bool {
        guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return false }
        return extensions.contains(name[dot...].dropFirst().lowercased())
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
        let stroke = path.utf8.lastIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
        let name = stroke.map { path[path.utf8.index(after: $0)...] } ?? path[...]
        return ImageName.stem(name.trimmingBlanks).lowercased()
    }
}
