import Tensors

/// The tensors of two sources as of one: a network whose encoder and head are in files of their own.
package struct JoinedWeights: WeightSource {
    private let first, second: any WeightSource

    /// - Parameter first: whose tensor is taken where both have one of a name.
    package init(_ first: any WeightSource, _ second: any WeightSource) {
        (self.first, self.second) = (first, second)
    }

    package var path: String { "\(first.path)` with `\(second.path)" }

    package var names: [String] { Set(first.names).union(second.names).sorted() }

    package func shape(of name: String) -> [Int]? { first.shape(of: name) ?? second.shape(of: name) }

    package func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        try (first.has(name) || !second.has(name) ? first : second).tensor(name, shape: shape)
    }
}
