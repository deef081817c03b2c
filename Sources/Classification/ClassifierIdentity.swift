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
    /// The program that runs it where that is another one, with its version.
    package let runtime: String?

    package init(
        name: String, graph: ClassifierGraph, notice: String?, weights: SHA256, manifest: SHA256,
        runtime: String? = nil
    ) {
        self.name = name
        self.graph = graph
        self.notice = notice
        self.weights = weights
        self.manifest = manifest
        self.runtime = runtime
    }

    /// The digest of both files, and of the program that runs them.
    package var digest: SHA256 {
        SHA256(hashing: "\(weights) \(manifest)" + (runtime.map { " \($0)" } ?? ""))
    }
}
