import Tensors

/// Layers that each see all channels before them and append theirs (Huang et al. 2017, equation 2).
struct DenseBlock: NetworkStage {
    let layers: [SequentialStage]

    func callAsFunction(_ x: Tensor) -> Tensor {
        layers.reduce(x) { Tensor.concatenatingChannels([$0, $1($0)]) }
    }
}
