/// A call of a layer in the order of evaluation.
struct KerasStep: Sendable {
    /// The layer's name with those of the models around it, as `xception/block4_pool`.
    let name: String
    let operation: KerasOperation
    /// The results that go in: the network's inputs come first, then one for each step.
    let inputs: [Int]
}
