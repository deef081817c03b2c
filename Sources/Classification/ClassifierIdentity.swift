import Hashing

/// What tells one classifier from another: two with the same digest predict the same.
package struct ClassifierIdentity: Sendable, Hashable {
    /// The manifest's name.
    package let name: String
    package let graph: ClassifierGraph
    /// The line that every report must show, if there is one.
    package let notice: String?
    /// The digest of the weight file.
    package let weights: SHA256
    /// The digest of the manifest file.
    package let manifest: SHA256

    package init(name: String, graph: ClassifierGraph, notice: String?, weights: SHA256, manifest: SHA256) {
        self.name = name
        self.graph = graph
        self.notice = notice
        self.weights = weights
        self.manifest = manifest
    }

    /// The digest of both files.
    package var digest: SHA256 { SHA256(hashing: "\(weights) \(manifest)") }
}
