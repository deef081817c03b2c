import Tensors

/// One layer of the text tower, with the norms before attention and feed-forward network (clip-text.md, section 3).
struct CLIPTextLayer: Sendable {
    private let attentionNorm, feedForwardNorm: LayerNorm
    private let query, key, value, output: Linear
    private let first, second: Linear
    private let heads: Int
    private let activation: Activation
    private let engine: Engine

    init(
        _ layers: LayerLoader, index: Int, _ configuration: CLIPTextConfiguration
    ) throws(GenerationError) {
        let name = "encoder.layers.\(index)"
        let width = configuration.width
        attentionNorm = try layers.layerNorm("\(name).layer_norm1", width: width, epsilon: 1e-5)
        feedForwardNorm = try layers.layerNorm("\(name).layer_norm2", width: width, epsilon: 1e-5)
        let attention = "\(name).self_attn"
        if layers.has("\(attention).in_proj_weight") {
            let weight = try layers.tensor("\(attention).in_proj_weight", [3 * width, width])
            let bias = try layers.tensor("\(attention).in_proj_bias", [3 * width])
            let parts = try (0..<3).map { part throws(GenerationError) in
                let rows = part * width..<(part + 1) * width
                return try layers.linear(weight: weight.rows(rows), bias: bias.rows(rows))
            }
            (query, key, value) = (parts[0], parts[1], parts[2])
        } else {
            query = try layers.linear("\(attention).q_proj", inputs: width, outputs: width)
            key = try layers.linear("\(attention).k_proj", inputs: width, outputs: width)
            value = try layers.linear("\(attention).v_proj", inputs: width, outputs: width)
        }
        output = try layers.linear("\(attention).out_proj", inputs: width, outputs: width)
        let hidden = try layers.shape("\(name).mlp.fc1.weight", rank: 2)[0]
        first = try layers.linear("\(name).mlp.fc1", inputs: width, outputs: hidden)
        second = try layers.linear("\(name).mlp.fc2", inputs: hidden, outputs: width)
        heads = configuration.heads
        activation = configuration.activation
        engine = layers.engine
    }

    /// - Parameter x: `[rows, width]`; a row sees itself and the rows before it.
    func callAsFunction(_ x: Tensor) -> Tensor {
        var x = x
        let h = attentionNorm(x)
        x.add(
            output(
                engine.attention(
                    queries: query(h), keys: key(h), values: value(h), heads: heads, causal: true)))
        x.add(second(first(feedForwardNorm(x), activation: activation)))
        return x
    }
}
