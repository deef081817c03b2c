import Tensors

/// Attention with one head over all pixels of a map `[H, W, C]` (va-vae.md, section 2).
struct AttentionBlock: Sendable {
    private let norm: GroupNorm
    private let query, key, value, output: Linear
    private let engine: Engine

    init(_ layers: LayerLoader, _ name: String, channels: Int) throws(GenerationError) {
        norm = try layers.groupNorm("\(name).norm", channels: channels)
        query = try layers.linear("\(name).q", inputs: channels, outputs: channels)
        key = try layers.linear("\(name).k", inputs: channels, outputs: channels)
        value = try layers.linear("\(name).v", inputs: channels, outputs: channels)
        output = try layers.linear("\(name).proj_out", inputs: channels, outputs: channels)
        engine = layers.engine
    }

    func callAsFunction(_ x: Tensor) -> Tensor {
        let h = norm(x).reshaped([x.rowCount, x.lastExtent])
        var y = output(engine.attention(queries: query(h), keys: key(h), values: value(h), heads: 1))
            .reshaped(x.shape)
        y.add(x)
        return y
    }
}
