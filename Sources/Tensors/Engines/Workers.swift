import CKernels
import Dispatch
import Synchronization

/// The threads that share one layer's work.
///
/// Work comes as tiles that are fixed by the extents of the layer, so that results do not depend on `threads`.
struct Workers: Sendable {
    /// How many threads take part, the calling one included.
    let threads: Int

    /// Runs `body` once for each tile, on any of the threads, and waits; each tile writes only its own part.
    ///
    /// Denormal numbers are zero meanwhile, on every thread, as in the kernels.
    func run(tiles: Int, _ body: @Sendable (Int) -> Void) {
        let sharing = min(threads, tiles)
        guard sharing > 1 else { return Self.flushingDenormals { (0..<tiles).forEach(body) } }
        let next = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: sharing) { _ in
            Self.flushingDenormals {
                while true {
                    let tile = next.add(1, ordering: .relaxed).oldValue
                    guard tile < tiles else { return }
                    body(tile)
                }
            }
        }
    }

    /// Runs `body` with denormal numbers as zero on this thread: they would slow a network by tens of times.
    static func flushingDenormals<Result>(_ body: () -> Result) -> Result {
        let state = denormals_flush()
        defer { denormals_restore(state) }
        return body()
    }

    /// Cuts `extent` into at most `parts` (at least one) ranges of equal size, a multiple of `unit` but for the last.
    static func tiles(of extent: Int, parts: Int, unit: Int) -> [Range<Int>] {
        let parts = max(1, parts)
        let size = max(unit, ((extent + parts - 1) / parts + unit - 1) / unit * unit)
        return stride(from: 0, to: extent, by: size).map { $0..<min(extent, $0 + size) }
    }
}
