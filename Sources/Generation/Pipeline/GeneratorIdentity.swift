import Hashing
import Tensors

/// Everything that determines a generator's images, beside the request and the image's random stream.
package struct GeneratorIdentity: Sendable, Hashable {
    /// A named value, as a report prints it.
    package struct Setting: Sendable, Hashable {
        package let name: String
        package let value: String

        package init(_ name: String, _ value: some CustomStringConvertible) {
            self.name = name
            self.value = value.description
        }
    }

    /// A file that the generator was made from.
    package struct File: Sendable, Hashable {
        /// What it is for: `dit`, `vae`, `text`, `merges`, `stats`.
        package let role: String
        package let path: String
        package let digest: SHA256
    }

    /// The generator's name.
    package let name: String
    /// What every report of its images must say first, for instance that they are drawn; nil for a user's weights.
    package let notice: String?
    /// All settings, in a fixed order.
    package let settings: [Setting]
    /// All files, in a fixed order.
    package let files: [File]
    /// The engine, whose library and kernels decide the last bits; nil where none is used.
    package let engine: EngineIdentity?

    /// The digest of all this but the paths: equal digests mean equal images.
    package var digest: SHA256 {
        var lines = ["generator \(name)"]
        lines += settings.map { "setting \($0.name) \($0.value)" }
        lines += files.map { "file \($0.role) \($0.digest)" }
        lines.append("engine \(engine?.description ?? "none")")
        return SHA256(hashing: lines.joined(separator: "\n"))
    }
}
