import Tensors

/// Stages one after the other; none is the identity.
struct SequentialStage: NetworkStage {
    let stages: [any NetworkStage]

    /// The stages in order.
    init(_ stages: any NetworkStage...) { self.stages = stages }

    /// The stages in order.
    init(_ stages: [any NetworkStage]) { self.stages = stages }

    func callAsFunction(_ x: Tensor) -> Tensor { stages.reduce(x) { $1($0) } }
}
