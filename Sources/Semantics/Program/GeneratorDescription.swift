import Diagnostics

/// A source of images with all its options, those not written filled in from the catalogue.
public struct GeneratorDescription: Sendable, Hashable {
    /// Which program makes the images.
    public enum Kind: String, Sendable, Hashable {
        /// The procedural renderer of drawn lesions.
        case phantom
        /// The embedded diffusion transformer, trained on renders.
        case phantomDiT = "phantom_dit"
        /// A LightningDiT whose weights the script names.
        case lightningDiT = "lightningdit"
    }

    /// Its name in the script; the catalogue's name for a built-in one.
    public let name: String
    /// Which program it is.
    public let kind: Kind
    /// The file of weights as the script names it; nil for the embedded ones.
    public let weights: String?
    /// All options of its kind, in the catalogue's order.
    public let options: ResolvedOptions
    /// Where the script declares it; nil for a built-in one.
    public let span: SourceSpan?

    /// Whether another one, perhaps of another name, makes the same images.
    func makesSameImages(as other: GeneratorDescription) -> Bool {
        kind == other.kind && weights == other.weights
            && options.entries.map(\.name) == other.options.entries.map(\.name)
            && options.entries.map(\.values) == other.options.entries.map(\.values)
    }
}
