/// A linear layer `y = x W^T + b`.
package struct Linear: Sendable {
    /// The features of the input and of the output.
    package let inputs, outputs: Int
    private let engine: Engine
    private let parts: [PreparedProduct]
    /// The outputs that are computed together; they depend on the extents only.
    private let tiles: [Range<Int>]

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
        self.engine = engine
        let matrix = weight.reshaped([outputs, inputs])
        tiles = Workers.tiles(of: outputs, parts: weight.count >= 1 << 20 ? 4 : 1, unit: 32)
        parts = tiles.map {
            PreparedProduct(weight: matrix.rows($0), bias: bias?.rows($0), backend: engine.backend)
        }
    }

    /// - Parameter x: `[..., inputs]`.
    /// - Returns: `[..., outputs]`, after `activation`.
    package func callAsFunction(_ x: Tensor, activation: Activation = .none) -> Tensor {
        precondition(x.lastExtent == inputs, "a linear layer of \(inputs) inputs cannot take \(x.shape)")
        let rows = x.rowCount
        var result = Tensor(uninitialized: x.shape.dropLast() + [outputs])
        let bands = Workers.tiles(of: rows, parts: (rows + 128) / 256, unit: 1)
        x.withMatrix { x in
            result.withMutableMatrix { y in
                engine.workers.run(tiles: tiles.count * bands.count) { index in
                    let (tile, band) = (index / bands.count, bands[index % bands.count])
                    parts[tile].multiply(x.rows(band), activation, into: y.rows(band).columns(tiles[tile]))
                }
            }
        }
        return result
    }
}
