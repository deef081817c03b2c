import Classification
import Images
import Reporting
import Tensors

/// A classifier of the zoo, or of a user's files, as a judge of images.
struct ClassifierJudge: ImageJudge {
    private let name: String
    private let classifier: Classifier
    private let engine: EngineIdentity

    /// - Parameter name: what the script calls the classifier.
    init(_ classifier: Classifier, name: String, engine: EngineIdentity) {
        self.name = name
        self.classifier = classifier
        self.engine = engine
    }

    /// The weights and the manifest decide the score, and the engine its last bits.
    var identity: String { "\(classifier.identity.digest) \(engine)" }

    var facts: ModelFacts {
        ModelFacts(
            name: name, isPhantom: classifier.identity.notice != nil,
            settings: [.init(name: "architecture", value: classifier.identity.graph.rawValue)]
                + (classifier.identity.runtime.map { [.init(name: "run by", value: $0)] } ?? []),
            weights: [
                .init(role: "weights", sha256: classifier.identity.weights.description),
                .init(role: "manifest", sha256: classifier.identity.manifest.description),
            ])
    }

    var threshold: Double? { classifier.manifest.threshold.map(Double.init) }

    var expectations: Preflight.Expectations {
        let isShared = classifier.manifest.activation != .sigmoid && classifier.manifest.classes.count > 1
        return Preflight.Expectations(addsUpToOne: isShared, scalesItself: classifier.scalesItself)
    }

    var transform: JPEGTransform { classifier.manifest.decode?.jpeg ?? .accurate }

    func judgement(of image: RGBImage) throws(RunError) -> Judgement {
        do {
            let (probabilities, input) = try classifier.probabilitiesAndInput(of: image)
            return Judgement(
                probabilities: probabilities, positive: classifier.manifest.positiveIndex, input: input)
        } catch {
            throw .classification(error)
        }
    }
}
