import Tensors

/// The blocks at the lowest resolution, between encoder or decoder and latent.
struct MiddleStage: Sendable {
    private let first, second: ResidualBlock
    private let attention: AttentionBlock

    init(_ layers: LayerLoader, _ name: String, channels: Int) throws(GenerationError) {
        first = try ResidualBlock(layers, "\(name).block_1", inputs: channels)
        attention = try AttentionBlock(layers, "\(name).attn_1", channels: channels)
        second = try ResidualBlock(layers, "\(name).block_2", inputs: channels)
        guard first.outputs == channels, second.outputs == channels else {
            throw .setting(name: name, expected: "\(channels) channels throughout", found: "\(first.outputs)")
        }
    }

    func callAsFunction(_ x: Tensor) -> Tensor { second(attention(first(x))) }
}
