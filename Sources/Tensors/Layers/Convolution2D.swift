/// A two-dimensional convolution (a correlation, as every network calls it) of a channels-last map.
package struct Convolution2D: Sendable {
    /// The extents of the weight and how it moves over the map.
    package let geometry: ConvolutionGeometry
    private let prepared: PreparedConvolution
    private let engine: Engine

    /// - Parameters:
    ///   - weight: `[outputs, inputs / groups, rows, columns]`.
    ///   - bias: `[outputs]`.
    ///   - stride: pixels from one position to the next, by row and by column.
    ///   - dilation: pixels from one tap to the next, by row and by column.
    ///   - groups: outputs and inputs are cut into so many parts, which do not meet.
    ///   - allowsWinograd: whether a library may use minimal filtering (Lavin & Gray 2016) where that is faster: less than
    ///     half of the multiplications, and a few times the rounding.
    ///   - engine: prepares the weights now and convolves later.
    package init(
        weight: Tensor, bias: Tensor? = nil, stride: (Int, Int) = (1, 1), padding: Padding = .none,
        dilation: (Int, Int) = (1, 1), groups: Int = 1, allowsWinograd: Bool = false, on engine: Engine
    ) throws(EngineError) {
        geometry = ConvolutionGeometry(
            weightShape: weight.shape, stride: stride, padding: padding, dilation: dilation, groups: groups)
        precondition(
            bias.map { $0.shape == [weight.shape[0]] } ?? true, "a bias has one number for each output")
        self.engine = engine
        prepared = PreparedConvolution(
            geometry, weight: weight, bias: bias, allowsWinograd: allowsWinograd, backend: engine.backend)
    }

    /// - Parameter x: `[height, width, inputs]`.
    /// - Returns: `[height', width', outputs]`, after `activation`.
    package func callAsFunction(_ x: Tensor, activation: Activation = .none) -> Tensor {
        let (rows, columns) = geometry.outputExtents(of: x)
        var result = Tensor(uninitialized: [rows, columns, geometry.outputs])
        let bands = geometry.bands(rows: rows, columns: columns, isWinograd: prepared.isWinograd)
        let (height, width) = (x.shape[0], x.shape[1])
        x.withMatrix { x in
            result.withMutableMatrix { y in
                engine.workers.run(tiles: bands.count) { index in
                    let band = ConvolutionBand(
                        geometry, outputRows: bands[index], outputColumns: columns, height: height,
                        width: width)
                    let pixels = bands[index].lowerBound * columns..<bands[index].upperBound * columns
                    prepared.convolve(x, band, activation, into: y.rows(pixels))
                }
            }
        }
        return result
    }
}
