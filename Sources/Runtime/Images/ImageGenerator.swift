import Generation
import Hashing
import Images
import Reporting
import Semantics
import Tensors

/// A generator that is ready to make images, each alone and on one thread.
package protocol ImageGenerator: Sendable {
    /// The digest of everything that determines an image beside the cell, its prompt and the random stream: program,
    /// version, weights, settings, and of the engine what can change a bit.
    var digest: SHA256 { get }
    /// What a report says of a generator that the script calls `name`.
    func facts(name: String) -> ModelFacts
    /// The image of a person. It stops soon after its task is cancelled.
    func image(of cell: Cell, stream: RandomStream) throws(GenerationError) -> RGBImage
}
