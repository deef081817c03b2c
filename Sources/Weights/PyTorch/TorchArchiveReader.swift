/// Reads PyTorch's zip archives: `data.pkl` says what the tensors are, `data/0`, `data/1`... hold them.
enum TorchArchiveReader {
    private static let longestPickle = 64 << 20

    /// Whether an archive is PyTorch's: it has a `data.pkl` in its one folder.
    static func folder(of archive: ZipArchive) -> String? {
        let names = archive.entries.map(\.name).filter { $0 == "data.pkl" || $0.hasSuffix("/data.pkl") }
        return names.min { $0.utf8.count < $1.utf8.count }.map { String($0.dropLast("data.pkl".count)) }
    }

    /// The tensors of the archive whose `data.pkl` lies in `folder`.
    static func read(_ archive: ZipArchive, folder: String) throws(WeightsError) -> WeightContents {
        let path = archive.file.path
        if archive.entry(folder + "constants.pkl") != nil
            || archive.entries.contains(where: { $0.name.hasPrefix(folder + "code/") })
        {
            throw .unsuitable(
                path: path, expected: "a state dictionary",
                found: "TorchScript, a program; save the model's `state_dict()`")
        }
        guard let entry = archive.entry(folder + "data.pkl") else {
            throw archive.malformed(expected: "a member `data.pkl`", found: "none")
        }
        let pickle = try PickleMachine.read(try stored(entry, in: archive, limit: longestPickle))
        let harvest = try TorchHarvest(pickle, path: path)
        let isBigEndian = try isBigEndian(archive, folder)
        return try TorchContents.make(
            harvest, format: .pyTorch, path: path, isBigEndian: isBigEndian
        ) { storage throws(WeightsError) in
            let name = "\(folder)data/\(storage.key)"
            guard let entry = archive.entry(name) else {
                throw archive.malformed(expected: "a member \(TensorName.shown(name))", found: "none")
            }
            return try stored(entry, in: archive, limit: .max).range
        }
    }

    /// The bytes of a member that must be stored: what is deflated cannot be mapped, and torch never deflates.
    private static func stored(
        _ entry: ZipEntry, in archive: ZipArchive, limit: Int
    ) throws(WeightsError) -> ByteRegion {
        let label = "member \(TensorName.shown(entry.name))"
        guard !entry.isDeflated else {
            throw .malformed(
                path: archive.file.path, place: label, expected: "a stored member, as torch writes",
                found: "a deflated one")
        }
        guard entry.size <= limit else {
            throw .malformed(
                path: archive.file.path, place: label, expected: "at most \(limit) bytes",
                found: "\(entry.size)")
        }
        return ByteRegion(archive.file, entry.range, label: label + ", ")
    }

    private static func isBigEndian(_ archive: ZipArchive, _ folder: String) throws(WeightsError) -> Bool {
        guard let entry = archive.entry(folder + "byteorder") else { return false }
        let text = String(decoding: try entry.contents(limit: 64, in: archive.file), as: UTF8.self)
        switch text {
        case "little": return false
        case "big": return true
        default:
            throw archive.malformed(
                expected: "byte order `little` or `big`", found: TensorName.shown(text))
        }
    }
}
