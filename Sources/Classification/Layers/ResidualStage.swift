import Tensors

/// The sum of two paths and an activation (He et al. 2016, equation 1).
struct ResidualStage: NetworkStage {
    let main: SequentialStage
    /// The identity where it has no stages.
    let shortcut: SequentialStage
    let activation: Activation

    func callAsFunction(_ x: Tensor) -> Tensor {
        var result = main(x)
        result.add(shortcut(x), activation: activation)
        return result
    }
}
