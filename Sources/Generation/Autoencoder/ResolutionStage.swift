import Tensors

/// The blocks of one resolution: residual blocks, each followed by attention where its tensors exist.
struct ResolutionStage: Sendable {
    /// Channels of the output.
    let outputs: Int
    private let blocks: [ResidualBlock]
    private let attention: [AttentionBlock]

    /// Reads as many blocks `name.block.i` as there are.
    init(_ layers: LayerLoader, _ name: String, inputs: Int) throws(GenerationError) {
        var channels = inputs
        var blocks: [ResidualBlock] = []
        var attention: [AttentionBlock] = []
        repeat {
            let index = blocks.count
            blocks.append(try ResidualBlock(layers, "\(name).block.\(index)", inputs: channels))
            channels = blocks[index].outputs
            if layers.has("\(name).attn.0.q.weight") {
                attention.append(try AttentionBlock(layers, "\(name).attn.\(index)", channels: channels))
            }
        } while layers.has("\(name).block.\(blocks.count).conv1.weight")
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
