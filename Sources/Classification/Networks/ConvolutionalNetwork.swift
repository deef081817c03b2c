import Tensors
import Weights

/// A classification network: named stages, pooling to one vector, and a head.
///
/// It works on one image: its arithmetic cannot depend on what is computed beside it.
package struct ConvolutionalNetwork: Sendable {
    /// A stage and what an error calls it: the prefix of its weights.
    struct NamedStage: Sendable {
        let name: String
        let stage: any NetworkStage
    }

    /// How the last feature map becomes the head's input.
    enum Summary: Sendable {
        /// The mean of each channel.
        case mean
        /// Means over `side` x `side` windows, flattened channel by channel as PyTorch does.
        case windows(side: Int)
    }

    /// One linear layer of the head.
    struct HeadLayer: Sendable {
        let linear: Linear
        let activation: Activation
    }

    let stages: [NamedStage]
    var summary = Summary.mean
    let head: [HeadLayer]
    /// The least extent of an image for which every stage has a pixel left.
    package let leastSide: Int

    /// The number of scores.
    package var outputs: Int { head.last?.linear.outputs ?? 0 }

    /// The input of the head.
    ///
    /// - Parameter x: `[height, width, 3]`, preprocessed, no side below `leastSide`.
    /// - Returns: `[features]`.
    package func features(
        of x: Tensor, classifier: String, image: String
    ) throws(ClassificationError) -> Tensor {
        precondition(
            x.shape.count == 3 && x.shape[2] == 3 && min(x.shape[0], x.shape[1]) >= leastSide,
            "an image of at least \(leastSide) pixels a side, found \(x.shape)")
        var map = x
        for step in stages {
            map = step.stage(map)
            guard map.firstNonFinite == nil else {
                throw .notFinite(classifier: classifier, place: step.name, image: image)
            }
        }
        switch summary {
        case .mean: return map.globalAverage()
        case .windows(let side):
            return map.adaptiveAverage(rows: side, columns: side).channelsFirst()
                .reshaped([side * side * map.lastExtent])
        }
    }

    /// The scores (logits) that the head gives to `features`: `[outputs]`.
    package func scores(of features: Tensor) -> Tensor {
        let row = features.reshaped([1, features.count])
        return head.reduce(row) { $1.linear($0, activation: $1.activation) }.reshaped([outputs])
    }
}
