import Generation
import Images
import Semantics
import Tensors

extension Session {
    /// What an image of a generator costs, and whether the generator had to be loaded to know it.
    ///
    /// The embedded generators are quick: one image is made and timed. A user's checkpoint may need minutes an image,
    /// so only its header is read, and the time follows from the operations.
    func cost(
        of description: GeneratorDescription, for cohort: CohortDescription
    ) throws(RunError) -> (cost: GeneratorCost, isLoaded: Bool) {
        if description.kind == .lightningDiT {
            return (try models.cost(of: description, threads: pool.threads, folder: options.folder), false)
        }
        guard let cell = cohort.cells.first else { return (.nothing, false) }
        let generator = try generator(of: description)
        var image = RGBImage(width: 1, height: 1)
        let seconds = try Self.seconds { () throws(RunError) in
            do throws(GenerationError) {
                image = try generator.image(of: cell, stream: RandomStream(seed: cohort.seed, stream: 0))
            } catch {
                throw .generation(error)
            }
        }
        let network =
            try description.kind == .phantom
            ? GeneratorCost.nothing
            : models.cost(of: description, threads: pool.threads, folder: options.folder)
        return (
            GeneratorCost(
                passesPerImage: network.passesPerImage, flopsPerImage: network.flopsPerImage,
                secondsPerImage: seconds / Double(pool.threads),
                peakBytes: Self.baseBytes + network.peakBytes,
                bytesPerImage: image.width * image.height * 2), true
        )
    }

    /// What judging an image costs: one grey image is judged and timed.
    func cost(of classifier: ClassifierDescription) throws(RunError) -> ClassifierCost {
        let judge = try judge(of: classifier)
        let image = RGBImage(width: 128, height: 128, colour: (128, 128, 128))
        let seconds = try Self.seconds { () throws(RunError) in _ = try judge.judgement(of: image) }
        return ClassifierCost(flops: 0, seconds: seconds / Double(pool.threads))
    }

    /// The operations a second of this machine, all workers together.
    func machineSpeed() throws(RunError) -> Double {
        try models.operationsPerSecond(settings) * Double(pool.threads)
    }

    /// The time of a second, warm, call.
    private static func seconds(_ body: () throws(RunError) -> Void) throws(RunError) -> Double {
        try body()
        let clock = ContinuousClock()
        let start = clock.now
        try body()
        return start.duration(to: clock.now) / .seconds(1)
    }

    /// The program with the embedded models loaded, measured at 110 MB.
    private static let baseBytes = 120_000_000
}

extension GeneratorCost {
    /// The cost of no image.
    static let nothing = GeneratorCost(passesPerImage: 0, flopsPerImage: 0, peakBytes: 0, bytesPerImage: 0)
}
