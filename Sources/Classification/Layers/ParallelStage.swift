import Tensors

/// Stages beside each other on the same map, their channels concatenated in order (Szegedy et al. 2016, figure 5).
struct ParallelStage: NetworkStage {
    let branches: [any NetworkStage]

    /// The branches in the order of their channels.
    init(_ branches: any NetworkStage...) { self.branches = branches }

    func callAsFunction(_ x: Tensor) -> Tensor { Tensor.concatenatingChannels(branches.map { $0(x) }) }
}
