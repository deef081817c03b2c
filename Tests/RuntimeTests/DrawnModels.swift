import Generation
import Images
import Reporting
import Semantics

@testable import Runtime

/// Models that need no weights: the renderer, and a judge that calls dark images melanoma.
struct DrawnModels: ModelProvider {
    func engineName(_ settings: Settings) throws(RunError) -> String? { nil }

    func generator(
        of description: GeneratorDescription, settings: Settings, folder: String
    ) throws(RunError) -> any ImageGenerator {
        do {
            return try PhantomGenerator(size: 32)
        } catch {
            throw .generation(error)
        }
    }

    func judge(
        of classifier: ClassifierDescription, settings: Settings, folder: String
    ) throws(RunError) -> any ImageJudge {
        DarknessJudge(name: classifier.name)
    }

    func cost(of description: GeneratorDescription, threads: Int, folder: String) throws(RunError)
        -> GeneratorCost
    {
        throw .unsupported("a checkpoint")
    }

    func operationsPerSecond(_ settings: Settings) throws(RunError) -> Double { 1e9 }
}

/// P(melanoma) is the darkness of the middle of an image.
struct DarknessJudge: ImageJudge {
    let name: String
    var identity: String { "darkness \(name)" }
    var facts: ModelFacts { ModelFacts(name: name, isPhantom: true) }
    let threshold: Double? = 0.5
    let expectations = Preflight.Expectations()
    let decoding = ImageDecoding()

    func judgement(of image: RGBImage) throws(RunError) -> Judgement {
        let middle = 3 * (image.height / 2 * image.width + image.width / 2)
        return Judgement(score: 1 - Double(image.pixels[middle]) / 255)
    }
}
