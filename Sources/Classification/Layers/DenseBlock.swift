import Tensors

/// Layers that each see all channels before them and append theirs (Huang et al. 2017, equation 2).
///
/// The map is as wide as in the end from the beginning, so that nothing is copied again for each layer.
struct DenseBlock: NetworkStage {
    /// One layer: a norm of all channels before it, and convolutions that make new ones.
    struct Layer: Sendable {
        let norm: NormStage
        let convolutions: SequentialStage
        /// Channels that it sees, and that it appends.
        let inputs, outputs: Int
    }

    let layers: [Layer]

    func callAsFunction(_ x: Tensor) -> Tensor {
        var map = x.widened(to: layers.reduce(x.lastExtent) { $0 + $1.outputs })
        for layer in layers {
            let seen = layer.norm.norm.ofFirstChannels(map, activation: layer.norm.activation)
            map.replaceColumns(from: layer.inputs, by: layer.convolutions(seen))
        }
        return map
    }
}
