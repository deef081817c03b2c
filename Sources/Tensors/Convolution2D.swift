/// A two-dimensional convolution (a correlation, as every network calls it) of a channels-last map.
package struct Convolution2D: Sendable {
    /// The extents of the weight and how it moves over the map.
    package let geometry: ConvolutionGeometry
    /// One matrix `[outputs of a group, rows * columns * inputs of a group]` for each group.
    private let weights: [Tensor]
    private let bias: Tensor?
    private let engine: Engine

    /// - Parameters:
    ///   - weight: `[outputs, inputs / groups, rows, columns]`.
    ///   - bias: `[outputs]`.
    ///   - stride: pixels from one position to the next, by row and by column.
    ///   - dilation: pixels from one tap to the next, by row and by column.
    ///   - groups: outputs and inputs are cut into so many parts, which do not meet.
    ///   - engine: prepares the weights now and convolves later.
    package init(
        weight: Tensor, bias: Tensor? = nil, stride: (Int, Int) = (1, 1), padding: Padding = .none,
        dilation: (Int, Int) = (1, 1), groups: Int = 1, on engine: Engine
    ) throws(EngineError) {
        geometry = ConvolutionGeometry(
            weightShape: weight.shape, stride: stride, padding: padding, dilation: dilation, groups: groups)
        precondition(
            bias.map { $0.shape == [weight.shape[0]] } ?? true, "a bias has one number for each output")
        self.bias = bias
        self.engine = engine
        let (outputs, inputs) = (geometry.outputs / groups, geometry.inputs / groups)
        let taps = geometry.kernelRows * geometry.kernelColumns
        weights = (0..<groups).map { group in
            // [outputs, inputs, taps] -> [outputs, taps, inputs]
            let part = weight.rows(group * outputs..<(group + 1) * outputs)
            let turned = (0..<outputs).map {
                part.rows($0..<$0 + 1).reshaped([inputs, taps]).transposed().reshaped([1, taps * inputs])
            }
            return Tensor.concatenatingRows(turned)
        }
    }

    /// - Parameter x: `[height, width, inputs]`.
    /// - Returns: `[height', width', outputs]`, after `activation`.
    package func callAsFunction(_ x: Tensor, activation: Activation = .none) -> Tensor {
        let (rows, columns) = geometry.outputExtents(of: x)
        var y: Tensor
        if geometry.isPointwise {
            y = engine.product(x.reshaped([rows * columns, geometry.inputs]), weights[0], transposeB: true)
        } else {
            y = Tensor.concatenatingChannels(
                weights.enumerated().map { group, weight in
                    engine.product(x.patches(geometry, group: group), weight, transposeB: true)
                })
        }
        y.finish(bias: bias, activation: activation)
        return y.reshaped([rows, columns, geometry.outputs])
    }
}
