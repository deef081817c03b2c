import Tensors

/// A pooling whose padding follows from the extents of the map, as TensorFlow's "same"; it is left out of means.
struct SamePooling: NetworkStage {
    let reduction: Pooling.Reduction
    /// Pixels of a window's side, and from one window to the next.
    let kernel, stride: Int

    func callAsFunction(_ x: Tensor) -> Tensor {
        let padding = PaddingStyle.same(
            rows: x.shape[0] % stride, columns: x.shape[1] % stride, kernel: (kernel, kernel), stride: stride)
        return Pooling(reduction, kernel: (kernel, kernel), stride: (stride, stride), padding: padding)(x)
    }
}
