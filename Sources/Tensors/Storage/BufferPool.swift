import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// The free memory blocks of this process, by size, so that a sampler step takes none from the system.
///
/// It is shared state, but no result depends on it: a block carries no meaning, only room.
enum BufferPool {
    /// The most bytes that lie idle; blocks released beyond it go back to the system.
    static let idleLimit = 1 << 30

    private struct State {
        /// Addresses of idle blocks, by size class.
        var blocks = [[UInt]](repeating: [], count: 256)
        var idleBytes = 0
        var systemAllocations = 0
    }

    private static let state = Mutex(State())

    /// Blocks that were taken from the system so far; a steady state adds none.
    static var systemAllocations: Int { state.withLock { $0.systemAllocations } }

    /// Gives all idle blocks back to the system.
    static func drain() {
        let blocks = state.withLock { state in
            defer {
                state.blocks = [[UInt]](repeating: [], count: 256)
                state.idleBytes = 0
            }
            return state.blocks.joined().compactMap { UnsafeMutableRawPointer(bitPattern: $0) }
        }
        blocks.forEach { free($0) }
    }

    /// A block of at least `bytes` bytes, 64-byte aligned and not cleared.
    static func take(bytes: Int) -> UnsafeMutableRawPointer {
        let sizeClass = sizeClass(of: bytes)
        let idle: UInt? = state.withLock { state in
            guard let block = state.blocks[sizeClass].popLast() else {
                state.systemAllocations += 1
                return nil
            }
            state.idleBytes -= size(ofClass: sizeClass)
            return block
        }
        if let idle, let block = UnsafeMutableRawPointer(bitPattern: idle) { return block }
        guard let block = aligned_alloc(64, size(ofClass: sizeClass)) else {
            preconditionFailure("the system has no \(bytes) bytes left")
        }
        return block
    }

    /// Takes back a block that `take` gave for the same number of bytes.
    static func put(_ block: UnsafeMutableRawPointer, bytes: Int) {
        let sizeClass = sizeClass(of: bytes)
        let blockSize = size(ofClass: sizeClass)
        let kept = state.withLock { state in
            guard state.idleBytes + blockSize <= idleLimit else { return false }
            state.blocks[sizeClass].append(UInt(bitPattern: block))
            state.idleBytes += blockSize
            return true
        }
        if !kept { free(block) }
    }

    /// The smallest class that holds `bytes`: four classes between a power of two and the next.
    static func sizeClass(of bytes: Int) -> Int {
        let units = max(4, (bytes + 255) / 256)
        let exponent = Int.bitWidth - 1 - units.leadingZeroBitCount
        let quarter = 1 << (exponent - 2)
        let steps = (units - (1 << exponent) + quarter - 1) / quarter
        return (exponent - 2) * 4 + steps
    }

    /// The bytes of a block of this class, a multiple of 256.
    static func size(ofClass sizeClass: Int) -> Int {
        let exponent = sizeClass / 4 + 2
        return 256 * ((1 << exponent) + (sizeClass % 4) * (1 << (exponent - 2)))
    }
}
