import Tensors

/// The order of axes of a convolution's kernel in Keras.
enum KerasKernel {
    /// `[outputs, inputs, rows, columns]` of `[rows, columns, inputs, outputs]`.
    static func outputsFirst(_ weight: Tensor) -> Tensor {
        let (taps, inputs, outputs) = (weight.shape[0] * weight.shape[1], weight.shape[2], weight.shape[3])
        let turned = weight.reshaped([taps * inputs, outputs]).transposed()
        let rows = (0..<outputs).map {
            turned.rows($0..<$0 + 1).reshaped([taps, inputs]).transposed().reshaped([1, inputs * taps])
        }
        return Tensor.concatenatingRows(rows).reshaped([outputs, inputs, weight.shape[0], weight.shape[1]])
    }
}
