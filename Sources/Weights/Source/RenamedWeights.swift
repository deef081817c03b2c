import Tensors

/// A view of another source in which tensors go by other names; what is not listed is hidden.
package struct RenamedWeights: WeightSource {
    private let source: any WeightSource
    private let table: [String: String]

    /// - Parameter names: from a tensor's name here to its name in `source`.
    package init(of source: any WeightSource, names table: [String: String]) {
        self.source = source
        self.table = table
    }

    package var path: String { source.path }

    package var names: [String] { table.keys.sorted() }

    package func shape(of name: String) -> [Int]? { table[name].flatMap { source.shape(of: $0) } }

    package func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        guard let original = table[name] else { throw missing(name) }
        return try source.tensor(original, shape: shape)
    }
}
