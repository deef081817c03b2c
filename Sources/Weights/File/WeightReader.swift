/// Finds out what a file is by its first bytes, and reads what describes its weights.
enum WeightReader {
    /// Files that are no weights, and what helps.
    private static let others: [(start: [UInt8], name: String)] = [
        (
            Array("version https://git-lfs".utf8),
            "a Git LFS pointer; fetch the file itself with `git lfs pull`"
        ),
        (Array("<!DOCTYPE".utf8), "a web page; the download may have failed"),
        (Array("<html".utf8), "a web page; the download may have failed"),
        ([0x1F, 0x8B], "a gzip file; unpack it first"),
        (Array("7z\u{BC}\u{AF}".unicodeScalars.map { UInt8($0.value) }), "a 7-zip archive; unpack it first"),
        (Array("Rar!".utf8), "a RAR archive; unpack it first"),
        (Array("GGUF".utf8), "a GGUF file, of a language model"),
    ]

    /// What the file holds.
    static func read(_ file: MappedFile) throws(WeightsError) -> WeightContents {
        let region = ByteRegion(file)
        let bytes = region.bytes
        if let other = others.first(where: { bytes.starts(with: $0.start) })?.name ?? tar(bytes) {
            throw .unsuitable(path: file.path, expected: "a file of weights", found: other)
        }
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return try archive(try ZipArchive(file)) }
        if bytes.starts(with: [0x89, 0x48, 0x44, 0x46]) { return try KerasReader.read(region) }
        if bytes.starts(with: NumPyHeader.magic) { return try NumPyReader.read(region) }
        let isSafetensors = hasSafetensorsHeader(bytes)
        if !isSafetensors, ONNXModel.recognises(bytes) {
            throw .unsuitable(
                path: file.path, expected: "a file of weights",
                found: "an ONNX model, a whole program of its own")
        }
        if !isSafetensors, bytes.count > 2, bytes[0] == 0x80, bytes[1] <= 5 { return try pickle(region) }
        // A header's length is far below 2^40; without it and without an object behind it, it is something else.
        if !isSafetensors, bytes.count > 8, bytes[8] != UInt8(ascii: "{"),
            bytes[5...7].contains(where: { $0 != 0 })
        {
            throw region.malformed(
                "start of file", at: 0, expected: "a file of safetensors, PyTorch, Keras or NumPy",
                found: "none of them")
        }
        return try SafetensorsReader.read(region)
    }

    private static func archive(_ archive: ZipArchive) throws(WeightsError) -> WeightContents {
        if let folder = TorchArchiveReader.folder(of: archive) {
            return try TorchArchiveReader.read(archive, folder: folder)
        }
        if archive.entry(KerasReader.weightsMember) != nil { return try KerasReader.read(archive) }
        if NumPyReader.areArrays(archive) { return try NumPyReader.read(archive) }
        throw .unsuitable(
            path: archive.file.path, expected: "an archive of PyTorch, Keras or NumPy",
            found: archive.entries.isEmpty
                ? "an empty one" : "one that begins with \(TensorName.shown(archive.entries[0].name))")
    }

    /// A pickle: PyTorch's of the time before 1.6, or one that is no checkpoint.
    private static func pickle(_ region: ByteRegion) throws(WeightsError) -> WeightContents {
        guard region.bytes.dropFirst(2).starts(with: TorchLegacyReader.magic) else {
            throw .unsuitable(
                path: region.file.path, expected: "a file of weights",
                found: "a bare pickle; save a state dictionary with `torch.save`")
        }
        return try TorchLegacyReader.read(region)
    }

    /// Whether the file begins as safetensors: the length of a header inside the file, then an object.
    private static func hasSafetensorsHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count > 8, bytes[8] == UInt8(ascii: "{") else { return false }
        // Safety: 8 bytes are there; the load needs no alignment.
        return UInt64(littleEndian: bytes.loadUnaligned(as: UInt64.self)) <= UInt64(bytes.count - 8)
    }

    private static func tar(_ bytes: UnsafeRawBufferPointer) -> String? {
        guard bytes.count > 262, bytes[257..<262].elementsEqual("ustar".utf8) else { return nil }
        return "a tar archive, as PyTorch wrote before 0.1.10; load and save it with a newer one"
    }
}
