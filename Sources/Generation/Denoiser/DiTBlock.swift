import Tensors

/// One block of a diffusion transformer with adaptive norms (Peebles & Xie 2023, adaLN-Zero).
struct DiTBlock: Sendable {
    /// The vectors of one block at one time.
    struct Modulation {
        let attentionShift: Tensor?
        let attentionScale: Tensor
        let attentionGate: Tensor
        let feedForwardShift: Tensor?
        let feedForwardScale: Tensor
        let feedForwardGate: Tensor
    }

    private let attentionNorm: TokenNorm
    private let attention: SelfAttention
    private let feedForwardNorm: TokenNorm
    private let feedForward: FeedForward
    /// From SiLU of the condition to the vectors that modulate this block.
    let modulation: Linear

    init(
        _ layers: LayerLoader, index: Int, _ configuration: LightningDiTConfiguration, rotary: Rotary?
    ) throws(GenerationError) {
        let name = "blocks.\(index)"
        attentionNorm = try Self.norm(layers, "\(name).norm1", configuration)
        feedForwardNorm = try Self.norm(layers, "\(name).norm2", configuration)
        attention = try SelfAttention(layers, "\(name).attn", configuration, rotary: rotary)
        feedForward = try FeedForward(layers, "\(name).mlp", configuration)
        modulation = try layers.linear(
            "\(name).adaLN_modulation.1", inputs: configuration.width,
            outputs: configuration.modulationParts * configuration.width)
    }

    /// The norm of tokens: with a weight when it is a root mean square, without any parameter when it is a layer norm.
    static func norm(
        _ layers: LayerLoader, _ name: String, _ configuration: LightningDiTConfiguration
    ) throws(GenerationError) -> TokenNorm {
        guard configuration.usesRMSNorm else { return .layer(LayerNorm(epsilon: 1e-6)) }
        return .rms(try layers.rmsNorm(name, width: configuration.width, epsilon: 1e-6))
    }

    /// - Parameter x: `[N, D]`.
    func callAsFunction(_ x: Tensor, _ vectors: Modulation) -> Tensor {
        var x = x
        let attended = attention(
            attentionNorm(x).modulated(scale: vectors.attentionScale, shift: vectors.attentionShift))
        x.add(attended, gate: vectors.attentionGate)
        let fed = feedForward(
            feedForwardNorm(x).modulated(scale: vectors.feedForwardScale, shift: vectors.feedForwardShift))
        x.add(fed, gate: vectors.feedForwardGate)
        return x
    }
}
