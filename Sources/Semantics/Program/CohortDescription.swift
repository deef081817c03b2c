import Diagnostics

/// A cohort as the script describes it: who is in it, how many, and how their images are made. Nothing is sampled yet.
public struct CohortDescription: Sendable, Hashable {
    /// Its name in the script, or `_1`, `_2`... for one without.
    public private(set) var name: String
    /// The attributes in the order of the script, then those filled in.
    public let axes: [CohortAxis]
    /// The product of the axes: sorted by attribute name, the last attribute running fastest.
    public let cells: CohortCells
    /// What makes its images.
    public let generator: GeneratorDescription
    /// The template that prompts were rendered from.
    public let promptTemplate: String
    /// The root seed of its random streams.
    public let seed: UInt64
    /// Where the script describes it.
    public private(set) var span: SourceSpan
    /// What it was described by; nil for a sum of cohorts.
    public let recipe: CohortRecipe?

    /// The number of images in all cells.
    public var imageCount: Int { cells.imageCount }

    /// The same people under another name.
    func renamed(_ name: String, at span: SourceSpan) -> CohortDescription {
        var other = self
        (other.name, other.span) = (name, span)
        return other
    }

    /// Whether another cohort has these very images, so that both are made once: of loops and calls that differ in what follows.
    func hasSameImages(as other: CohortDescription) -> Bool {
        seed == other.seed && imageCount == other.imageCount && generator.makesSameImages(as: other.generator)
            && cells == other.cells
    }

    /// The axis of an attribute, or nil where the cohort does not state it.
    public func axis(_ attribute: String) -> CohortAxis? {
        axes.first { $0.attribute == attribute }
    }
}

extension CohortDescription {
    /// Whether two descriptions say the same; the cells follow from what they are described by.
    public static func == (one: CohortDescription, other: CohortDescription) -> Bool {
        one.name == other.name && one.span == other.span && one.axes == other.axes
            && one.generator == other.generator && one.promptTemplate == other.promptTemplate
            && one.seed == other.seed && one.recipe == other.recipe && one.cells.count == other.cells.count
            && (one.recipe != nil || one.cells == other.cells)
    }

    /// Hashes what tells most cohorts apart.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(span)
        hasher.combine(axes)
    }
}
