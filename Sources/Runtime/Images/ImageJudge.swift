import Images
import Reporting
import Semantics

/// A classifier that is ready to judge images, each alone and on one thread.
package protocol ImageJudge: Sendable {
    /// Everything that determines a score beside the image, as one digest in hex.
    var identity: String { get }
    /// What a report says of it.
    var facts: ModelFacts { get }
    /// The score from which an image counts as positive when a script names none; nil where the most probable class
    /// decides.
    var threshold: Double? { get }
    /// What is known of the classifier beside its scores.
    var expectations: Preflight.Expectations { get }
    /// How it wants image files decoded.
    var decoding: ImageDecoding { get }
    /// What it makes of an image.
    func judgement(of image: RGBImage) throws(RunError) -> Judgement
    /// What it is told beside the image, by the name of an input: the numbers for a person.
    ///
    /// - Parameter person: the value of an attribute; nil is missing.
    func told(of person: (String) -> AttributeValue?) throws(RunError) -> [String: [Float]]
    /// What it makes of an image when it is told this.
    func judgement(of image: RGBImage, told: [String: [Float]]) throws(RunError) -> Judgement
    /// The same classifier under another name, told another value of everybody.
    func varied(_ counterfactual: Counterfactual, named name: String) -> any ImageJudge
}

extension ImageJudge {
    /// A classifier of images alone is told nothing.
    package func told(of person: (String) -> AttributeValue?) throws(RunError) -> [String: [Float]] { [:] }

    package func judgement(of image: RGBImage, told: [String: [Float]]) throws(RunError) -> Judgement {
        try judgement(of: image)
    }

    package func varied(_ counterfactual: Counterfactual, named name: String) -> any ImageJudge { self }
}
