import Tensors

/// What a call of a layer computes from results of fixed extents.
struct KerasOperation: Sendable {
    /// The extents of the result, without the batch.
    let shape: [Int]
    /// The result of these inputs, whose extents the builder has checked.
    let run: @Sendable ([Tensor]) -> Tensor

    init(_ shape: [Int], _ run: @escaping @Sendable ([Tensor]) -> Tensor) {
        self.shape = shape
        self.run = run
    }

    /// The operation with another behind it.
    func then(_ next: KerasOperation) -> KerasOperation {
        KerasOperation(next.shape) { next.run([run($0)]) }
    }
}
