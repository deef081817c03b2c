import Tensors

/// A convolution, the batch norm behind it folded into its weights, and an activation.
struct ConvolutionStage: NetworkStage {
    /// One for each pair of remainders of the map's rows and columns by `period`, which padding may depend on.
    private let choices: [Convolution2D]
    private let period: Int
    let activation: Activation

    /// A convolution whose padding is the same for all maps.
    init(_ convolution: Convolution2D, activation: Activation) {
        (choices, period, self.activation) = ([convolution], 1, activation)
    }

    /// A convolution that is padded as `convolution` says for the remainders of the map's rows and columns by `period`.
    init<Failure: Error>(
        period: Int, activation: Activation,
        _ convolution: (_ rows: Int, _ columns: Int) throws(Failure) -> Convolution2D
    ) throws(Failure) {
        precondition(period > 0, "a period of \(period)")
        var choices: [Convolution2D] = []
        for index in 0..<period * period {
            choices.append(try convolution(index / period, index % period))
        }
        (self.choices, self.period, self.activation) = (choices, period, activation)
    }

    /// Channels of the result.
    var outputs: Int { choices[0].geometry.outputs }

    func callAsFunction(_ x: Tensor) -> Tensor {
        choices[x.shape[0] % period * period + x.shape[1] % period](x, activation: activation)
    }
}
