/// A linear layer `y = x W^T + b`.
package struct Linear: Sendable {
    /// The features of the input and of the output.
    package let inputs, outputs: Int
    private let weight: Tensor
    private let bias: Tensor?
    private let engine: Engine

    /// - Parameters:
    ///   - weight: `[outputs, inputs]`; more axes of extent 1 may follow.
    ///   - bias: `[outputs]`.
    ///   - engine: prepares the weights now and multiplies later.
    package init(weight: Tensor, bias: Tensor? = nil, on engine: Engine) throws(EngineError) {
        precondition(weight.shape.count >= 2, "a linear weight has two axes, found \(weight.shape)")
        outputs = weight.shape[0]
        inputs = weight.shape[1...].reduce(1, *)
        precondition(
            bias.map { $0.shape == [weight.shape[0]] } ?? true, "a bias has one number for each output")
        self.weight = weight.reshaped([outputs, inputs])
        self.bias = bias
        self.engine = engine
    }

    /// - Parameter x: `[..., inputs]`.
    /// - Returns: `[..., outputs]`, after `activation`.
    package func callAsFunction(_ x: Tensor, activation: Activation = .none) -> Tensor {
        precondition(x.lastExtent == inputs, "a linear layer of \(inputs) inputs cannot take \(x.shape)")
        let rows = x.rowCount
        var y = engine.product(x.reshaped([rows, inputs]), weight, transposeB: true)
        y.finish(bias: bias, activation: activation)
        return y.reshaped(x.shape.dropLast() + [outputs])
    }
}
