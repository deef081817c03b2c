import CKernels

/// A linear layer `y = x W^T + b`.
package struct Linear: Sendable {
    /// The features of the input and of the output.
    package let inputs, outputs: Int
    private let weight: Tensor
    private let bias: Tensor?
    private let engine: Engine
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
        self.weight = weight.reshaped([outputs, inputs])
        self.bias = bias
        self.engine = engine
        tiles = Workers.tiles(of: outputs, parts: weight.count >= 1 << 20 ? 8 : 1, unit: 64)
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
                    let (tile, band) = (tiles[index / bands.count], bands[index % bands.count])
                    multiply(x.rows(band), tile, activation, into: y.rows(band).columns(tile))
                }
            }
        }
        return result
    }

    /// The outputs in `tile` of some rows.
    private func multiply(_ x: Matrix, _ tile: Range<Int>, _ activation: Activation, into y: MutableMatrix) {
        weight.withMatrix { weight in
            engine.backend.product(x, weight.rows(tile), transposeB: true, scale: 1, into: y)
        }
        y.finish(bias: bias, from: tile.lowerBound, activation: activation)
    }
}
