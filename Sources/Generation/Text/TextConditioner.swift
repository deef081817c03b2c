import Tensors
import Weights

/// Tokenizer and text tower together: a prompt to its vector.
struct TextConditioner: Sendable {
    private let tokenizer: CLIPTokenizer
    private let tower: CLIPTextEncoder
    private let vector: CLIPTextEncoder.Vector
    /// The extent of the vector.
    let extent: Int

    init(_ weights: WeightFile, _ model: DiffusionModel, on engine: Engine) throws(GenerationError) {
        tower = try CLIPTextEncoder(from: weights, hints: model.textHints, on: engine)
        guard let merges = model.merges else {
            throw .setting(
                name: "merges", expected: "the merges of the text tower's vocabulary", found: "nothing")
        }
        tokenizer = try CLIPTokenizer(
            mergesAt: merges, vocabularySize: tower.configuration.vocabulary, cleaning: model.cleaning)
        vector = model.textVector
        guard let extent = tower.extent(of: vector) else {
            throw .setting(
                name: "text", expected: "a text tower with `text_projection`",
                found: "`\(weights.path)` without")
        }
        self.extent = extent
    }

    /// The vector of `prompt`, which must fit the tower.
    func vector(of prompt: String) throws(GenerationError) -> Tensor {
        let ids = try tokenizer.ids(of: prompt)
        let limit = tower.configuration.positions
        guard ids.count <= limit else {
            throw .promptTooLong(prompt: prompt, tokens: ids.count, limit: limit)
        }
        return try tower.vector(vector, of: ids, endToken: tokenizer.endToken)
    }
}
