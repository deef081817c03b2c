/// What the store knows about a key.
package enum StoredItem: Sendable, Equatable {
    /// The bytes as they were kept.
    case found([UInt8])
    /// Nothing was kept under the key.
    case absent
    /// A file lies there, but its bytes are not those that were kept; it counts as absent.
    case damaged
}
