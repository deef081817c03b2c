/// The memory behind tensors: a block of the pool, or bytes that belong to someone else, such as a mapped file.
///
/// Safety of `@unchecked Sendable`: the memory is written only through `Tensor.withUnsafeMutableBuffer`, which holds
/// the only reference, or copies first; bytes of an owner are never written.
final class Buffer: @unchecked Sendable {
    /// The first element.
    let memory: UnsafeMutablePointer<Float>
    /// The number of elements.
    let count: Int
    /// What keeps borrowed bytes alive; null for a block of the pool.
    private let owner: (any AnyObject & Sendable)?

    /// A block of the pool for `count` elements, not cleared.
    init(count: Int) {
        self.count = count
        owner = nil
        memory = BufferPool.take(bytes: count * MemoryLayout<Float>.stride).assumingMemoryBound(
            to: Float.self)
    }

    /// Borrowed bytes, valid and unchanged as long as `owner` lives.
    init(borrowing elements: UnsafeBufferPointer<Float>, owner: any AnyObject & Sendable) {
        precondition(elements.baseAddress != nil || elements.isEmpty, "borrowed elements need an address")
        count = elements.count
        self.owner = owner
        memory = UnsafeMutablePointer(mutating: elements.baseAddress ?? UnsafePointer(Self.nowhere))
    }

    /// The address of borrowed memory without elements; never read.
    private static var nowhere: UnsafeMutablePointer<Float> {
        UnsafeMutablePointer(bitPattern: 64) ?? BufferPool.take(bytes: 0).assumingMemoryBound(to: Float.self)
    }

    /// Whether the bytes belong to someone else and must not be written.
    var isBorrowed: Bool { owner != nil }

    deinit {
        if owner == nil { BufferPool.put(memory, bytes: count * MemoryLayout<Float>.stride) }
    }
}
