import Tensors

/// A block of a vision transformer with its norms in front (Dosovitskiy et al. 2021, equations 2 and 3), and factors for
/// both branches where there are any (LayerScale, Touvron et al. 2021).
struct TransformerBlock: NetworkStage {
    let engine: Engine
    let heads: Int
    let attentionNorm: LayerNorm
    /// To queries, keys and values in one row.
    let queriesKeysValues: Linear
    let projection: Linear
    let perceptronNorm: LayerNorm
    let perceptron: Perceptron
    /// One factor for each feature of the attention's and of the perceptron's result.
    let attentionScale, perceptronScale: Tensor?

    /// - Parameter x: `[tokens, width]`.
    func callAsFunction(_ x: Tensor) -> Tensor {
        var result = x
        let attended = engine.attention(queriesKeysValues: queriesKeysValues(attentionNorm(x)), heads: heads)
        Self.add(projection(attended), attentionScale, to: &result)
        Self.add(perceptron(perceptronNorm(result)), perceptronScale, to: &result)
        return result
    }

    private static func add(_ branch: Tensor, _ scale: Tensor?, to result: inout Tensor) {
        if let scale {
            result.add(branch, gate: scale)
        } else {
            result.add(branch)
        }
    }
}
