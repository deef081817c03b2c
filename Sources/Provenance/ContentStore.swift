import Hashing

/// A folder of finished items, each in a file named by its key.
///
/// A file is one header line, `dermaudit-item 1 <sha256 of payload> <bytes of payload>`, and the payload. It is written
/// under a temporary name and renamed, so several processes may share the folder: all write the same bytes under
/// a key, and the last rename wins. A file that was cut or changed does not fit its header and is made anew.
package struct ContentStore: Sendable {
    /// The folder; items lie in 256 subfolders by the first two digits of their key.
    package let folder: String

    private static let magic = "dermaudit-item 1"
    private static let largestItem = 1 << 28

    /// A store in `folder`, which need not exist yet.
    package init(folder: String) {
        self.folder = folder
    }

    /// The file of `key`.
    package func path(of key: ContentKey) -> String {
        let name = key.description
        return "\(folder)/\(name.prefix(2))/\(name)"
    }

    /// What is kept under `key`; any unreadable file counts as damaged.
    package func item(_ key: ContentKey) -> StoredItem {
        let path = path(of: key)
        guard HostFile.isFile(path) else { return .absent }
        guard let bytes = try? HostFile.bytes(of: path, limit: Self.largestItem),
            let end = bytes.firstIndex(of: UInt8(ascii: "\n"))
        else { return .damaged }
        let payload = Array(bytes[(end + 1)...])
        return bytes[..<end].elementsEqual(Self.header(of: payload).utf8) ? .found(payload) : .damaged
    }

    /// Keeps `payload` under `key`.
    ///
    /// It does not wait for the disk: what a power cut truncates is noticed by its header and made anew.
    package func keep(_ payload: [UInt8], under key: ContentKey) throws(ProvenanceError) {
        let bytes = Array("\(Self.header(of: payload))\n".utf8) + payload
        try HostFile.save(bytes, to: path(of: key), durable: false)
    }

    private static func header(of payload: [UInt8]) -> String {
        "\(magic) \(SHA256(hashing: payload)) \(payload.count)"
    }
}
