import Diagnostics

/// A classifier as the script names it, with its options.
public struct ClassifierDescription: Sendable, Hashable {
    /// Its name in the script and in reports.
    public let name: String
    /// The zoo's name of the architecture, or nil where a manifest beside the weights says it.
    public let architecture: String?
    /// The file of weights as the script names it; nil for the embedded ones.
    public let weights: String?
    /// The options of `classifier NAME = ... with`.
    public let options: ResolvedOptions
    /// Where the script declares it; nil for one of the zoo.
    public let span: SourceSpan?

    /// The manifest as the script names it: the option's, or the one beside the weights; nil for the embedded ones.
    package var manifest: String? {
        if let manifest = options.text("manifest") { return manifest }
        return weights.map { weights in
            let stem = weights.hasSuffix(".safetensors") ? String(weights.dropLast(12)) : weights
            return stem.hasSuffix(".json") ? stem : stem + ".json"
        }
    }
}
