/// What images and inferences cost on this machine: the only thing a plan needs to know of the engines.
public struct CostDescription: Sendable {
    /// The cost of an image of a generator.
    public var generator: @Sendable (GeneratorDescription) -> GeneratorCost
    /// The cost of judging an image.
    public var classifier: @Sendable (ClassifierDescription) -> ClassifierCost
    /// How many of a cohort's images are kept already.
    public var cachedImages: @Sendable (CohortDescription) -> Int
    /// How many photographs of a data set there are to judge.
    public var photographs: @Sendable (DatasetDescription) -> Int
    /// The smallest gap that so many groups of so many images can show; nil where none can, or nobody can say.
    public var smallestGap: @Sendable (_ groups: Int, _ size: Int) -> Double?
    /// The operations a second that this machine sustains.
    public var flopsPerSecond: Double
    /// Whether that was measured here, not assumed.
    public var isMeasured: Bool

    /// Describes the costs.
    public init(
        flopsPerSecond: Double, isMeasured: Bool,
        generator: @escaping @Sendable (GeneratorDescription) -> GeneratorCost,
        classifier: @escaping @Sendable (ClassifierDescription) -> ClassifierCost,
        cachedImages: @escaping @Sendable (CohortDescription) -> Int = { _ in 0 },
        photographs: @escaping @Sendable (DatasetDescription) -> Int = { _ in 0 },
        smallestGap: @escaping @Sendable (_ groups: Int, _ size: Int) -> Double? = { _, _ in nil }
    ) {
        self.flopsPerSecond = flopsPerSecond
        self.isMeasured = isMeasured
        self.generator = generator
        self.classifier = classifier
        self.cachedImages = cachedImages
        self.photographs = photographs
        self.smallestGap = smallestGap
    }
}
