/// Reads NumPy's arrays, one alone or many in a zip archive.
enum NumPyReader {
    /// One array; its name is empty.
    static func read(_ region: ByteRegion) throws(WeightsError) -> WeightContents {
        let start = Array(region.bytes.prefix(NumPyHeader.longest + 16))
        let header = try NumPyHeader(start, length: region.count, place: "", path: region.file.path)
        let data = region.range.lowerBound + header.dataStart..<region.range.upperBound
        let tensor = StoredTensor(type: header.type, place: .mapped(data), layout: header.layout)
        return WeightContents(format: .npy, tensors: ["": tensor])
    }

    /// Whether every member of the archive is an array.
    static func areArrays(_ archive: ZipArchive) -> Bool {
        !archive.entries.isEmpty && archive.entries.allSatisfy { $0.name.hasSuffix(".npy") }
    }

    /// The arrays of an archive, by the names of its members without `.npy`.
    static func read(_ archive: ZipArchive) throws(WeightsError) -> WeightContents {
        var tensors: [String: StoredTensor] = [:]
        for entry in archive.entries {
            let name = String(entry.name.dropLast(".npy".count))
            guard TensorName.isAllowed(name) else {
                throw archive.malformed(
                    expected: "an array name of \(TensorName.rule)", found: TensorName.shown(name))
            }
            tensors[name] = try tensor(entry, in: archive.file)
        }
        return WeightContents(format: .npz, tensors: tensors)
    }

    private static func tensor(_ entry: ZipEntry, in file: MappedFile) throws(WeightsError) -> StoredTensor {
        let place = "member \(TensorName.shown(entry.name)), "
        guard !entry.isDeflated || entry.size <= max(1 << 16, ZipEntry.largestRatio * entry.range.count)
        else {
            throw .malformed(
                path: file.path, place: place + "size",
                expected: "at most \(ZipEntry.largestRatio) times \(entry.range.count) deflated bytes",
                found: "\(entry.size) bytes")
        }
        let start = try entry.prefix(NumPyHeader.longest + 16, in: file)
        let header = try NumPyHeader(start, length: entry.size, place: place, path: file.path)
        let stored: StoredTensor.Place =
            entry.isDeflated
            ? .deflated(entry, skipping: header.dataStart)
            : .mapped(entry.range.lowerBound + header.dataStart..<entry.range.upperBound)
        return StoredTensor(type: header.type, place: stored, layout: header.layout)
    }
}
