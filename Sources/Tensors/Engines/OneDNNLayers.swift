import Synchronization

/// The layers of one weight by the extents of their input, each prepared when it is first needed.
///
/// Which packing a layer uses depends on its extents alone, never on which was first.
final class OneDNNLayers<Key: Hashable & Sendable>: Sendable {
    private let layers = Mutex<[Key: OneDNNLayer?]>([:])

    /// The layer for `key`; nil where oneDNN refuses it.
    func layer(_ key: Key, create: ([OneDNNLayer]) -> OneDNNLayer?) -> OneDNNLayer? {
        layers.withLock { layers in
            if let known = layers[key] { return known }
            let created = create(layers.values.compactMap(\.self))
            layers[key] = .some(created)
            return created
        }
    }
}
