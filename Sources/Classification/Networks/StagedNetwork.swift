import Tensors
import Weights

/// A classification network: named stages, their result as one vector, and a head.
///
/// It works on one image: its arithmetic cannot depend on what is computed beside it.
package struct StagedNetwork: Sendable {
    /// A stage and what an error calls it: the prefix of its weights.
    struct NamedStage: Sendable {
        let name: String
        let stage: any NetworkStage
    }

    /// How the last feature map becomes the head's input.
    enum Summary: Sendable {
        /// The mean of each channel.
        case mean
        /// Means over `side` x `side` windows, flattened channel by channel as PyTorch does, or else pixel by pixel.
        case windows(side: Int, channelsFirst: Bool)
        /// The first token, of class.
        case firstToken
        /// The first token and behind it the mean of all tokens from the one at `patches` on.
        case firstTokenAndMean(patches: Int)
        /// The mean of all tokens from the one at `patches` on, normed behind it.
        case tokenMean(patches: Int, norm: LayerNorm)
        /// The first token behind each of the last `stages`, and behind them the mean of the last one's tokens from the
        /// one at `patches` on; all normed before it.
        case lastTokens(stages: Int, patches: Int, norm: LayerNorm)

        /// How many of the last stages' results are wanted besides the last one.
        var earlier: Int {
            if case .lastTokens(let stages, _, _) = self { stages - 1 } else { 0 }
        }
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

    /// The network with other layers in place of the head's last one.
    func replacingHead(_ layers: [HeadLayer]) -> StagedNetwork {
        StagedNetwork(
            stages: stages, summary: summary, head: head.dropLast() + layers, leastSide: leastSide)
    }

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
        var earlier: [Tensor] = []
        for (place, step) in stages.enumerated() {
            if place > 0, place + summary.earlier >= stages.count { earlier.append(map) }
            map = step.stage(map)
            guard map.firstNonFinite == nil else {
                throw .notFinite(classifier: classifier, place: step.name, image: image)
            }
        }
        switch summary {
        case .mean: return map.globalAverage()
        case .windows(let side, let channelsFirst):
            let means = map.adaptiveAverage(rows: side, columns: side)
            return (channelsFirst ? means.channelsFirst() : means).reshaped([means.count])
        case .firstToken: return Self.firstToken(of: map)
        case .firstTokenAndMean(let patches):
            return Tensor.concatenatingChannels([Self.firstToken(of: map), Self.mean(of: map, from: patches)])
        case .tokenMean(let patches, let norm): return norm(Self.mean(of: map, from: patches))
        case .lastTokens(_, let patches, let norm):
            let tokens = (earlier + [map]).map { norm($0) }
            return Tensor.concatenatingChannels(
                tokens.map(Self.firstToken) + [Self.mean(of: tokens[tokens.count - 1], from: patches)])
        }
    }

    /// The first of tokens `[number, width]`: `[width]`.
    private static func firstToken(of tokens: Tensor) -> Tensor {
        tokens.rows(0..<1).reshaped([tokens.lastExtent])
    }

    /// The mean of the tokens from the one at `first` on: `[width]`.
    private static func mean(of tokens: Tensor, from first: Int) -> Tensor {
        let part = tokens.rows(first..<tokens.shape[0])
        return part.reshaped([part.shape[0], 1, part.lastExtent]).globalAverage()
    }

    /// The scores (logits) that the head gives to `features`: `[outputs]`.
    package func scores(of features: Tensor) -> Tensor {
        let row = features.reshaped([1, features.count])
        return head.reduce(row) { $1.linear($0, activation: $1.activation) }.reshaped([outputs])
    }
}
