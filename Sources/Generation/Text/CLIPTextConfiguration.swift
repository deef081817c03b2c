import Tensors
import Weights

/// The extents of a CLIP text tower, read from its tensors.
package struct CLIPTextConfiguration: Sendable, Equatable {
    /// What tensors do not tell, from a `config.json`; nil where it does not say.
    package struct Hints: Sendable, Equatable {
        package var heads: Int?
        /// Of the feed-forward networks; QuickGELU for OpenAI's models, exact GELU for OpenCLIP's ViT-H.
        package var activation: Activation?

        package init(heads: Int? = nil, activation: Activation? = nil) {
            self.heads = heads
            self.activation = activation
        }
    }

    /// Rows of the token table.
    package let vocabulary: Int
    /// The longest sequence of tokens.
    package let positions: Int
    package let width: Int
    package let heads: Int
    package let activation: Activation

    init(
        tokens: [Int], positions: [Int], hints: Hints, path: String
    ) throws(WeightsError) {
        (vocabulary, width, self.positions) = (tokens[0], tokens[1], positions[0])
        let heads = hints.heads ?? width / 64
        guard heads > 0, width % heads == 0, vocabulary > 1, self.positions > 1 else {
            throw .unsuitable(
                path: path, expected: "`num_attention_heads` in config.json that divides the width \(width)",
                found: "\(heads)")
        }
        self.heads = heads
        activation = hints.activation ?? .quickGelu
    }
}
