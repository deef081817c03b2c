import Tensors

/// The norm behind a transformer's blocks.
struct TokenNorm: NetworkStage {
    let norm: LayerNorm

    func callAsFunction(_ x: Tensor) -> Tensor { norm(x) }
}
