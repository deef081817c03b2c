import Tensors

/// A network in two parts: one vector of features for an image, and a head that scores it.
package protocol FeatureNetwork: ClassifierNetwork {
    /// The input of the head.
    ///
    /// - Parameters:
    ///   - x: `[height, width, 3]`, preprocessed, no side below `leastSide`.
    ///   - classifier: what an error calls the network.
    ///   - image: what an error calls the image.
    /// - Returns: `[features]`.
    func features(
        of x: Tensor, classifier: String, image: String
    ) throws(ClassificationError) -> Tensor

    /// The scores (logits) that the head gives to `features`: `[outputs]`.
    func scores(of features: Tensor) -> Tensor
}

extension FeatureNetwork {
    package func scores(
        ofImage x: Tensor, classifier: String, image: String
    ) throws(ClassificationError) -> Tensor {
        scores(of: try features(of: x, classifier: classifier, image: image))
    }

    /// The features of an image that an error need not name.
    package func features(of x: Tensor) throws(ClassificationError) -> Tensor {
        try features(of: x, classifier: "network", image: "an image")
    }
}

extension StagedNetwork: FeatureNetwork {}
