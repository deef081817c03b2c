import Tensors
import Weights

/// The text tower of CLIP (Radford et al. 2021): token ids to one vector.
package struct CLIPTextEncoder: Sendable {
    /// Which vector stands for a text.
    package enum Vector: String, Sendable, CaseIterable {
        /// The state at the end token, after the last norm, times the projection.
        case projected
        /// That state itself.
        case pooled
    }

    package let configuration: CLIPTextConfiguration
    private let tokens, positions: Tensor
    private let layers: [CLIPTextLayer]
    private let norm: LayerNorm
    private let projection: Linear?

    /// Loads the tower; `source` may have prefixes, and the names of OpenAI or of HuggingFace.
    package init(
        from source: any WeightSource, hints: CLIPTextConfiguration.Hints = .init(), on engine: Engine
    ) throws(GenerationError) {
        let named: RenamedWeights
        do { named = try CLIPTensorNames.huggingFace(source) } catch { throw .weights(error) }
        let loader = LayerLoader(named, engine)
        let tokenShape = try loader.shape("embeddings.token_embedding.weight", rank: 2)
        let positionShape = try loader.shape("embeddings.position_embedding.weight", rank: 2)
        do {
            configuration = try CLIPTextConfiguration(
                tokens: tokenShape, positions: positionShape, hints: hints, path: source.path)
        } catch { throw .weights(error) }
        tokens = try loader.tensor("embeddings.token_embedding.weight", tokenShape)
        positions = try loader.tensor(
            "embeddings.position_embedding.weight", [positionShape[0], tokenShape[1]])
        var layers: [CLIPTextLayer] = []
        repeat {
            layers.append(try CLIPTextLayer(loader, index: layers.count, configuration))
        } while loader.hasAny(under: "encoder.layers.\(layers.count).")
        self.layers = layers
        norm = try loader.layerNorm("final_layer_norm", width: configuration.width, epsilon: 1e-5)
        projection = try Self.projection(loader, width: configuration.width)
    }

    /// The extent of `vector`, or nil when the file has no projection for it.
    package func extent(of vector: Vector) -> Int? {
        vector == .pooled ? configuration.width : projection?.outputs
    }

    /// The states of all tokens after the last norm, `[ids.count, width]`.
    package func states(_ ids: [Int]) throws(GenerationError) -> Tensor {
        guard (1...configuration.positions).contains(ids.count) else {
            throw .setting(name: "tokens", expected: "1 to \(configuration.positions)", found: "\(ids.count)")
        }
        if let wrong = ids.first(where: { !(0..<configuration.vocabulary).contains($0) }) {
            throw .setting(
                name: "token", expected: "an id below \(configuration.vocabulary)", found: "\(wrong)")
        }
        var x = tokens.gatheringRows(ids)
        x.add(positions.rows(0..<ids.count))
        for layer in layers { x = layer(x) }
        let states = norm(x)
        guard states.firstNonFinite == nil else {
            throw .notFinite(network: "CLIP text tower", place: "its states", step: nil)
        }
        return states
    }

    /// The vector of a text. Only the rows up to the first end token are computed: the ones after it are not seen.
    ///
    /// - Parameters:
    ///   - ids: with start and end token; padding behind the end token changes nothing.
    ///   - endToken: the id at which the state is taken; nil is the last of the vocabulary.
    package func vector(
        _ vector: Vector, of ids: [Int], endToken: Int? = nil
    ) throws(GenerationError) -> Tensor {
        let end = endToken ?? configuration.vocabulary - 1
        guard let last = ids.firstIndex(of: end) else {
            throw .setting(name: "tokens", expected: "an end token, \(end)", found: "none")
        }
        let pooled = try states(Array(ids[...last])).rows(last..<last + 1)
        guard vector == .projected else { return pooled.reshaped([configuration.width]) }
        guard let projection else {
            throw .setting(
                name: "text", expected: "a text tower with `text_projection`", found: "one without")
        }
        return projection(pooled).reshaped([projection.outputs])
    }

    /// OpenAI stores `[width, E]`, to be multiplied from the right; HuggingFace `[E, width]`.
    private static func projection(_ loader: LayerLoader, width: Int) throws(GenerationError) -> Linear? {
        if loader.has("text_projection") {
            let extent = try loader.shape("text_projection", rank: 2)[1]
            let stored = try loader.tensor("text_projection", [width, extent])
            return try loader.linear(weight: stored.transposed(), bias: nil)
        }
        guard loader.has("text_projection.weight") else { return nil }
        let extent = try loader.shape("text_projection.weight", rank: 2)[0]
        return try loader.linear(
            weight: try loader.tensor("text_projection.weight", [extent, width]), bias: nil)
    }
}
