import Generation
import Semantics

/// Loads what a script names. It may keep what it has loaded.
package protocol ModelProvider: Sendable {
    /// The engine as reports name it; nil before anything needed one.
    func engineName(_ settings: Settings) throws(RunError) -> String?
    /// The generator, ready to work; relative paths start from `folder`.
    func generator(
        of description: GeneratorDescription, settings: Settings, folder: String
    ) throws(RunError) -> any ImageGenerator
    /// The classifier, ready to work.
    func judge(
        of classifier: ClassifierDescription, settings: Settings, folder: String
    ) throws(RunError) -> any ImageJudge
    /// What an image of a network costs, from the headers of its files.
    func cost(of description: GeneratorDescription, threads: Int, folder: String) throws(RunError)
        -> GeneratorCost
    /// Floating-point operations a second of one thread in large products, measured.
    func operationsPerSecond(_ settings: Settings) throws(RunError) -> Double
}
