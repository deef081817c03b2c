/// Recognises files of other formats that people have weights in, for a message that helps.
enum ForeignFormat {
    private static let magics: [(bytes: [UInt8], name: String)] = [
        (Array("PK\u{3}\u{4}".utf8), "a zip archive, as PyTorch and Keras write; convert it to safetensors"),
        ([0x80, 0x02, 0x8A, 0x0A], "a PyTorch file of the time before 1.6; convert it to safetensors"),
        ([0x89, 0x48, 0x44, 0x46], "an HDF5 file, as Keras writes; convert it to safetensors"),
        (
            Array("version https://git-lfs".utf8),
            "a Git LFS pointer; fetch the file itself with `git lfs pull`"
        ),
    ]

    /// What the file is, or nil when it may be safetensors.
    static func name(of bytes: UnsafeRawBufferPointer) -> String? {
        magics.first { bytes.starts(with: $0.bytes) }?.name
    }
}
