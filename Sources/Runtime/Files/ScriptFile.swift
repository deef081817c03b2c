import Diagnostics
import Provenance

/// A script as it lies on the disk.
package struct ScriptFile: Sendable {
    /// The most bytes that a script may have.
    package static let largest = 1 << 24

    /// The bytes, under the name that the user wrote.
    package let source: Source
    /// The folder that relative paths in it start from; empty for the working folder.
    package let folder: String

    /// Reads the script at `path`; `-` is standard input.
    package init(path: String) throws(ProvenanceError) {
        let isInput = path == "-"
        let bytes = try HostFile.bytes(of: isInput ? "/dev/stdin" : path, limit: Self.largest)
        source = Source(name: isInput ? "<input>" : path, bytes: bytes)
        folder = isInput ? "" : PathText.folder(of: path)
    }
}
