import Tensors

/// A view of another source in which tensors go by other names; what is not listed is hidden.
package struct RenamedWeights: WeightSource {
    /// What it is a view of.
    package let base: any WeightSource
    private let table: [String: String]

    /// - Parameter names: from a tensor's name here to its name in `source`.
    package init(of source: any WeightSource, names table: [String: String]) {
        base = source
        self.table = table
    }

    package var path: String { base.path }

    package var names: [String] { table.keys.sorted() }

    /// What a tensor is called in `base`; nil where there is none of that name here.
    package func original(of name: String) -> String? { table[name] }

    package func shape(of name: String) -> [Int]? { table[name].flatMap { base.shape(of: $0) } }

    package func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        guard let original = table[name] else { throw missing(name) }
        return try base.tensor(original, shape: shape)
    }
}
