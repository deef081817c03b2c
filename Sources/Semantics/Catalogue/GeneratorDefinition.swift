/// A source of images.
public struct GeneratorDefinition: Sendable, Hashable {
    /// Which program it is.
    public let kind: GeneratorDescription.Kind
    /// What it is, in one line.
    public let title: String
    /// Whether its parentheses name a file of weights.
    public let takesWeights: Bool
    /// Whether its images are drawn, not photographs: reports then say "phantom".
    public let isPhantom: Bool
    /// The attributes its images show.
    public let attributes: [String]
    /// The images that its embedded weights learned from; nil for one without, or where that is not known.
    public let learnedFrom: String?
    /// Its options.
    public let options: [OptionDefinition]
    /// The side of its images in pixels, where no option says it; nil where only its weights do.
    public var imageSide: Int?

    /// Its name in scripts.
    public var name: String { kind.rawValue }
}
