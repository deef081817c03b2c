import Foundation
import Hashing
import Images

/// Everything that must be known of a classifier, besides its weights, for identical predictions: a JSON file beside
/// them. Which class is positive is always said, never guessed.
package struct ClassifierManifest: Sendable, Codable, Equatable {
    /// What reports call the classifier.
    package let name: String
    /// A line that every report of this classifier shows, such as that its weights are phantoms.
    package let notice: String?
    /// What it is and what it was trained on.
    package let description: String?
    /// The format of the weights.
    package let format: WeightFormat
    /// The weight file, relative to the manifest's folder.
    package let weights: String
    /// The architecture.
    package let graph: ClassifierGraph
    /// The extents of the network's input.
    package let input: InputExtents
    /// How a file becomes colours.
    package let decode: ColourRecipe?
    /// How an image comes to the input's extents.
    package let resize: ResizeRecipe
    /// What levels are divided by.
    package let scale: ScaleRecipe
    /// What is then subtracted and divided by, for each channel in the network's order.
    package let normalise: NormaliseRecipe?
    /// The order of the network's channels; red first where it is missing.
    package let channelOrder: ChannelOrder?
    /// What fills each input besides the image; only networks that their file describes have any.
    package let fixedInputs: [String: FixedInput]?
    /// The layer that gives the scores: of a Keras file's own graph, where it is not the model's output; else for
    /// people, since the architecture knows it.
    package let head: String?
    /// What stands between the linear layers of a head that is a sequence.
    package let hidden: HiddenActivation?
    /// How scores become probabilities.
    package let activation: ScoreActivation
    /// The classes in the order of the scores.
    package let classes: [String]
    /// The positive class by its index.
    package let melanomaIndex: Int?
    /// The positive class by its name.
    package let positive: String?
    /// The least probability of the positive class that counts as positive; without it the most probable class counts,
    /// and a single class counts above one half.
    package let threshold: Float?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case name, notice, description, format, weights, graph, input, decode, resize, scale, normalise, head,
            hidden
        case activation, classes, positive, threshold
        case channelOrder = "channel_order"
        case fixedInputs = "fixed_inputs"
        case melanomaIndex = "melanoma_index"
    }

    /// The formats of weight files that a manifest can name; the file itself tells which it is.
    package enum WeightFormat: String, Sendable, Codable {
        case safetensors, pytorch, keras, npz, onnx
    }

    /// The order of an image's channels.
    package enum ChannelOrder: String, Sendable, Codable {
        case rgb, bgr
    }

    /// How scores become probabilities.
    package enum ScoreActivation: String, Sendable, Codable {
        /// exp(score) divided by the sum of all.
        case softmax
        /// Scores are logarithms of probabilities up to a constant, so their softmax is the probabilities.
        case logSoftmax = "logsoftmax"
        /// 1 / (1 + exp(-score)), each score alone.
        case sigmoid
        /// Scores are probabilities.
        case none
    }
}
