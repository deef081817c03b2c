import Tensors

/// Each channel times a gate that is computed from the means of all channels (Hu et al. 2018, section 3).
struct SqueezeExcitation: NetworkStage {
    let reduce: Linear
    let expand: Linear
    let activation: Activation
    let gate: Activation

    func callAsFunction(_ x: Tensor) -> Tensor {
        let means = x.globalAverage().reshaped([1, x.lastExtent])
        let gates = expand(reduce(means, activation: activation), activation: gate)
        return x.scaledByColumn(gates.reshaped([x.lastExtent]))
    }
}
