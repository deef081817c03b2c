/// A classifier of the zoo.
public struct ClassifierDefinition: Sendable, Hashable {
    /// Its name in scripts and reports.
    public let name: String
    /// What it is, in one line.
    public let title: String
    /// The images that its embedded weights learned from; nil where that is not known.
    public let learnedFrom: String?
    /// The side of its input, in pixels.
    public let inputSide: Int
    /// The side of the images that its embedded weights learned from, before these came to the input, in pixels.
    public let learnedSide: Int
    /// The options of `classifier NAME = ... with`.
    public let options: [OptionDefinition]
}
