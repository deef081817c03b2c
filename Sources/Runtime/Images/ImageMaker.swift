import Generation
import Images
import Reporting
import Semantics
import Tensors

/// A generator that is ready to make images, each alone and on one thread.
package protocol ImageMaker: Sendable {
    /// Everything that determines an image beside the cell, its prompt and the random stream: program, version, weights,
    /// settings, and of the engine what can change a bit.
    var identity: [String: String] { get }
    /// What a report says of it.
    var facts: ModelFacts { get }
    /// The image of a person.
    func image(of cell: Cell, stream: RandomStream) throws(GenerationError) -> RGBImage
}
