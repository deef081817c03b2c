import Images
import Reporting

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
    /// How it wants JPEG files decoded.
    var transform: JPEGTransform { get }
    /// What it makes of an image.
    func judgement(of image: RGBImage) throws(RunError) -> Judgement
}
