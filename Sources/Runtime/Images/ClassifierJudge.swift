import Classification
import Images
import Reporting
import Semantics
import Tensors

/// A classifier of the zoo, or of a user's files, as a judge of images.
struct ClassifierJudge: ImageJudge {
    private var name: String
    private let classifier: Classifier
    private let engine: EngineIdentity
    private let metadata: MetadataEncoding?
    private var counterfactual: Counterfactual?

    /// - Parameters:
    ///   - name: what the script calls the classifier.
    ///   - metadata: how it is told of a person; nil where it takes images alone.
    init(
        _ classifier: Classifier, name: String, engine: EngineIdentity, metadata: MetadataEncoding? = nil
    ) {
        self.name = name
        self.classifier = classifier
        self.engine = engine
        self.metadata = metadata
    }

    /// The weights and the manifest decide the score, and the engine its last bits.
    var identity: String {
        let told = [metadata.map { "metadata \($0)" }, counterfactual.map { "\($0)" }].compactMap { $0 }
        return (["\(classifier.identity.digest) \(engine)"] + told).joined(separator: ", ")
    }

    var facts: ModelFacts {
        ModelFacts(
            name: name, isPhantom: classifier.identity.notice != nil,
            settings: [.init(name: "architecture", value: classifier.identity.graph.rawValue)]
                + (metadata.map { [.init(name: "metadata", value: "\($0)")] } ?? [])
                + (counterfactual.map { [.init(name: "told of everybody", value: "\($0)")] } ?? [])
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

    var decoding: ImageDecoding {
        let recipe = classifier.manifest.decode
        return ImageDecoding(transform: recipe?.jpeg ?? .accurate, alpha: recipe?.alpha ?? .drop)
    }

    func varied(_ counterfactual: Counterfactual, named name: String) -> any ImageJudge {
        var other = self
        other.name = name
        other.counterfactual = counterfactual
        return other
    }

    func told(of person: (String) -> AttributeValue?) throws(RunError) -> [String: [Float]] {
        guard let metadata else { return [:] }
        func value(_ attribute: String) -> AttributeValue? {
            counterfactual?.attribute == attribute ? counterfactual?.value : person(attribute)
        }
        if let (attribute, stranger) = metadata.stranger(among: value) {
            throw .model(
                "`\(name)` is told `\(attribute)`, and no place of its `metadata` takes `\(stranger.text)`: write it beside another value, as in `\(attribute) unknown, \(stranger.text)`"
            )
        }
        return metadata.numbers(for: value).mapValues { $0.map(Float.init) }
    }

    func judgement(of image: RGBImage) throws(RunError) -> Judgement {
        try judgement(of: image, told: [:])
    }

    func judgement(of image: RGBImage, told: [String: [Float]]) throws(RunError) -> Judgement {
        do {
            let (probabilities, input) = try classifier.probabilitiesAndInput(of: image, told: told)
            return Judgement(
                probabilities: probabilities, positive: classifier.manifest.positiveIndex, input: input)
        } catch {
            throw .classification(error)
        }
    }
}
