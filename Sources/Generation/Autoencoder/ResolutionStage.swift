import Tensors

/// The blocks of one resolution: residual blocks, each followed by attention where its tensors exist.
struct ResolutionStage: Sendable {
    /// Channels of the output.
    let outputs: Int
    private let blocks: [ResidualBlock]
    private let attention: [AttentionBlock]

    /// Reads as many blocks `name.block.i` as there are; a narrow encoder may have none.
    init(_ layers: LayerLoader, _ name: String, inputs: Int) throws(GenerationError) {
        var channels = inputs
        var blocks: [ResidualBlock] = []
        var attention: [AttentionBlock] = []
        let hasAttention = layers.hasAny(under: "\(name).attn.")
        while layers.hasAny(under: "\(name).block.\(blocks.count).") {
            let index = blocks.count
            blocks.append(try ResidualBlock(layers, "\(name).block.\(index)", inputs: channels))
            channels = blocks[index].outputs
            guard hasAttention else { continue }
            attention.append(try AttentionBlock(layers, "\(name).attn.\(index)", channels: channels))
        }
        self.blocks = blocks
        self.attention = attention
        outputs = channels
    }

    func callAsFunction(_ x: Tensor) -> Tensor {
        var x = x
        for (index, block) in blocks.enumerated() {
            x = block(x)
            if !attention.isEmpty { x = attention[index](x) }
        }
        return x
    }
}
