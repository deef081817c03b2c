import Synchronization
import Tensors

/// A view of another source that notes which tensors were read.
package final class TalliedWeights: WeightSource {
    private let source: any WeightSource
    private let used = Mutex<Set<String>>([])

    /// A view of `source`, of which nothing was read yet.
    package init(of source: any WeightSource) { self.source = source }

    package var path: String { source.path }

    package var names: [String] { source.names }

    package func shape(of name: String) -> [Int]? { source.shape(of: name) }

    package func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        used.withLock { _ = $0.insert(name) }
        return try source.tensor(name, shape: shape)
    }

    /// The tensors that were not read, sorted; counters of batches do not count.
    package var unused: [String] {
        let read = used.withLock { $0 }
        return names.filter { !read.contains($0) && !$0.hasSuffix("num_batches_tracked") }
    }
}
