import Images
import Reporting

/// A classifier that is ready to judge images, each alone and on one thread.
package protocol ImageJudge: Sendable {
    /// Everything that determines a score beside the image, as one digest in hex.
    var identity: String { get }
    /// What a report says of it.
    var facts: ModelFacts { get }
    /// The score from which an image counts as positive when a script names none.
    var threshold: Double { get }
    /// P(positive) of an image, in 0...1.
    func score(of image: RGBImage) throws(RunError) -> Double
}
