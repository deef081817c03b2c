import Dispatch

/// Work on numbered items over a number of threads, with results in order.
enum Lanes {
    /// The results of `make` for 0..<`count`; lane k of `threads` makes the items k, k + threads, ...
    ///
    /// The results do not depend on the number of threads.
    static func map<Result: Sendable>(
        _ count: Int, threads: Int, _ make: @Sendable (Int) -> Result
    ) -> [Result] {
        let lanes = max(1, min(threads, count))
        guard lanes > 1 else { return (0..<count).map(make) }
        var slots = [Result?](repeating: nil, count: count)
        slots.withUnsafeMutableBufferPointer { slots in
            // Safety: lane k writes only the slots k, k + lanes, ...; the buffer outlives the concurrent loop.
            nonisolated(unsafe) let slots = slots
            DispatchQueue.concurrentPerform(iterations: lanes) { lane in
                for index in stride(from: lane, to: count, by: lanes) { slots[index] = make(index) }
            }
        }
        return slots.compactMap { $0 }
    }
}
