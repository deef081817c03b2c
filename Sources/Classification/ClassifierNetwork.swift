import Tensors

/// What a classifier runs: an image in, one score for each class out. Every graph loads as one, whatever runs it.
package protocol ClassifierNetwork: Sendable {
    /// The number of scores.
    var outputs: Int { get }
    /// The least extent of an image that every layer has a pixel for.
    var leastSide: Int { get }
    /// Whether a layer brings levels of 0...255 to the network's scale; nil where that is not known.
    var scalesItself: Bool? { get }
    /// The only rows and columns that an image may have; nil where any from `leastSide` on will do.
    var onlyExtents: (rows: Int, columns: Int)? { get }

    /// The scores of an image.
    ///
    /// - Parameters:
    ///   - x: `[height, width, 3]`, preprocessed, no side below `leastSide`.
    ///   - classifier: what an error calls the network.
    ///   - image: what an error calls the image.
    /// - Returns: `[outputs]`.
    func scores(
        ofImage x: Tensor, classifier: String, image: String
    ) throws(ClassificationError) -> Tensor

    /// The scores of an image, with other numbers in some of the inputs beside it.
    ///
    /// - Parameter told: by an input's name one number, or one for each of its places.
    func scores(
        ofImage x: Tensor, told: [String: [Float]], classifier: String, image: String
    ) throws(ClassificationError) -> Tensor
}

extension ClassifierNetwork {
    /// Architectures begin with weights; scaling is left to the preprocessing.
    package var scalesItself: Bool? { false }
    package var onlyExtents: (rows: Int, columns: Int)? { nil }

    /// Networks that take an image alone cannot be told anything.
    package func scores(
        ofImage x: Tensor, told: [String: [Float]], classifier: String, image: String
    ) throws(ClassificationError) -> Tensor {
        try scores(ofImage: x, classifier: classifier, image: image)
    }
}
