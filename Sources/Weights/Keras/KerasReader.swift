/// Reads Keras' files: HDF5 of a whole model or of weights, and the `.keras` archive.
enum KerasReader {
    /// The member of a `.keras` archive that holds the weights.
    static let weightsMember = "model.weights.h5"
    private static let longestConfiguration = 64 << 20

    /// An HDF5 file: a whole model, weights only, or any other, of which every data set is a tensor.
    static func read(_ region: ByteRegion) throws(WeightsError) -> WeightContents {
        let root = try HDF5File(region).root()
        guard root.isGroup else {
            throw region.malformed("root", expected: "a group", found: "another object")
        }
        let model = try root.descendant("model_weights")
        let group = model ?? root
        if let layers = try group.chunkedStrings("layer_names") {
            return try KerasLayerReader.read(layers, of: group, root: root)
        }
        return try KerasGroupReader.read(root, configuration: nil, version: nil)
    }

    /// A `.keras` archive.
    static func read(_ archive: ZipArchive) throws(WeightsError) -> WeightContents {
        guard let weights = archive.entry(weightsMember) else {
            throw archive.malformed(expected: "a member `\(weightsMember)`", found: "none")
        }
        guard !weights.isDeflated else {
            throw .malformed(
                path: archive.file.path, place: "member `\(weightsMember)`",
                expected: "a stored member, as Keras writes", found: "a deflated one")
        }
        let region = ByteRegion(archive.file, weights.range, label: "`\(weightsMember)`, ")
        let configuration = try text("config.json", of: archive)
        let metadata = try text("metadata.json", of: archive)
        var contents = try KerasGroupReader.read(
            try HDF5File(region).root(), configuration: configuration,
            version: metadata.flatMap { KerasMetadata(json: $0)?.version })
        contents.format = .kerasArchive
        if configuration == nil { contents.notes.append("the archive has no `config.json`") }
        return contents
    }

    private static func text(_ name: String, of archive: ZipArchive) throws(WeightsError) -> String? {
        guard let entry = archive.entry(name) else { return nil }
        let bytes = try entry.contents(limit: longestConfiguration, in: archive.file)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw .malformed(
                path: archive.file.path, place: "member `\(name)`", expected: "text in UTF-8",
                found: "other bytes")
        }
        return text
    }
}
