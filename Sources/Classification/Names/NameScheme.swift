import Weights

/// How a library names the tensors of one family of networks.
struct NameScheme: Sendable {
    let library: NamingLibrary
    /// A tensor that every file of the scheme has, and no file of another one.
    let landmarks: [String]
    /// From the names of a file, prefixes stripped, to those that networks are built by; what it leaves out is hidden.
    private let rename: @Sendable (any WeightSource) -> [String: String]

    /// Names that are those networks are built by.
    init(_ library: NamingLibrary, landmarks: [String]) {
        self.init(library, landmarks: landmarks) { source in
            Dictionary(uniqueKeysWithValues: source.names.map { ($0, $0) })
        }
    }

    /// Names that `rules` translate, the first one that fits; names that none fits stay as they are.
    ///
    /// - Parameter prefixes: what the library puts before all names but the head's.
    init(_ library: NamingLibrary, landmarks: [String], prefixes: [String] = [], rules: [NameRule]) {
        self.init(library, landmarks: landmarks) { source in
            var table: [String: String] = [:]
            for name in source.names {
                let prefix = prefixes.first { name.hasPrefix($0) } ?? ""
                let bare = String(name.dropFirst(prefix.count))
                table[rules.lazy.compactMap { $0(bare) }.first ?? bare] = name
            }
            return table
        }
    }

    /// Names that follow from what else a file has.
    ///
    /// - Parameter rename: gives the file's name of each name that networks are built by.
    init(
        _ library: NamingLibrary, landmarks: [String],
        rename: @escaping @Sendable (any WeightSource) -> [String: String]
    ) {
        (self.library, self.landmarks, self.rename) = (library, landmarks, rename)
    }

    /// The tensors of `source` under the names that networks are built by; nil where the source is not of this scheme.
    func weights(in source: any WeightSource) -> RenamedWeights? {
        let names = source.names
        for landmark in landmarks {
            // A name that is not there is looked for among all others, letter by letter.
            guard names.contains(where: { $0.hasSuffix(landmark) }),
                let located = try? source.locatingAll(landmark)
            else { continue }
            return RenamedWeights(of: located, names: rename(located))
        }
        return nil
    }
}
