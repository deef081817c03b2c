import Weights

extension ClassifierGraph {
    /// The error of a file that is of another network, or lacks a part of this one.
    ///
    /// - Parameters:
    ///   - source: the file.
    ///   - reason: what the network's layers found first; nil where it has no tensor that every file of the network has.
    func mismatch(_ source: any WeightSource, _ reason: WeightsError?) -> ClassificationError {
        let located = family.flatMap { self.located($0, in: Self.plain(source, as: self)) }
        let likely = NetworkIdentity(of: source)
        let weights = located?.weights ?? Self.plain(source, as: self).unwrapped(prefersAverage: true)
        let own = family?.library ?? .torchvision
        let difference = ArchitectureDifference(
            of: weights, from: expectedTensors(for: weights),
            naming: located?.library == own ? nil : "\(own.rawValue)'s")
        return .wrongArchitecture(
            path: source.path, expected: rawValue, reason: reason?.description, difference: difference,
            likely: likely.flatMap { isAlso($0.graph) ? nil : $0 })
    }

    /// Whether tensors of `other` may be this architecture's: TensorFlow's networks in timm bear the names of timm's own.
    private func isAlso(_ other: ClassifierGraph) -> Bool {
        other == self || rawValue == "tf_" + other.rawValue
    }

    /// What scripts call the architecture: its name without lines that are no letters there.
    package var spelling: String { rawValue.replacing("-", with: "_") }
}
