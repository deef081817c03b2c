import Tensors

/// Attention of a block over all tokens of one image, `[N, D]` to `[N, D]`.
struct SelfAttention: Sendable {
    private let packed: Linear
    private let queryNorm: TokenNorm?
    private let keyNorm: TokenNorm?
    private let rotary: Rotary?
    private let output: Linear
    private let heads: Int
    private let engine: Engine

    init(
        _ layers: LayerLoader, _ name: String, _ configuration: LightningDiTConfiguration, rotary: Rotary?
    ) throws(GenerationError) {
        let (width, headWidth) = (configuration.width, configuration.width / configuration.heads)
        packed = try layers.linear("\(name).qkv", inputs: width, outputs: 3 * width)
        output = try layers.linear("\(name).proj", inputs: width, outputs: width)
        switch configuration.queryKeyNorm {
        case .none: (queryNorm, keyNorm) = (nil, nil)
        case .rms:
            queryNorm = .rms(try layers.rmsNorm("\(name).q_norm", width: headWidth, epsilon: 1e-6))
            keyNorm = .rms(try layers.rmsNorm("\(name).k_norm", width: headWidth, epsilon: 1e-6))
        case .layer:
            queryNorm = .layer(try layers.layerNorm("\(name).q_norm", width: headWidth, epsilon: 1e-5))
            keyNorm = .layer(try layers.layerNorm("\(name).k_norm", width: headWidth, epsilon: 1e-5))
        }
        self.rotary = rotary
        heads = configuration.heads
        engine = layers.engine
    }

    func callAsFunction(_ x: Tensor) -> Tensor {
        let width = x.lastExtent
        let all = packed(x)
        let queries = turned(all.columns(0..<width), queryNorm)
        let keys = turned(all.columns(width..<2 * width), keyNorm)
        let values = all.columns(2 * width..<3 * width)
        return output(engine.attention(queries: queries, keys: keys, values: values, heads: heads))
    }

    /// Normalises each head, then turns it by its position.
    private func turned(_ x: Tensor, _ norm: TokenNorm?) -> Tensor {
        let normalised =
            norm.map { $0(x.reshaped([x.rowCount * heads, x.lastExtent / heads])).reshaped(x.shape) } ?? x
        return rotary.map { $0(normalised) } ?? normalised
    }
}
