#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Runs independent pieces of work, each on one thread, a fixed number at once.
///
/// Results stand in the order of the pieces and depend on nothing else, so the number of threads cannot change them.
package struct WorkerPool: Sendable {
    /// How many pieces run at once.
    package let threads: Int

    /// A pool of `threads`; 0 means one a processor.
    package init(threads: Int) {
        self.threads = threads > 0 ? threads : Self.processors
    }

    /// The processors that are switched on.
    package static var processors: Int {
        max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }

    /// `body(0)`, `body(1)`, ... `body(count - 1)`.
    ///
    /// - Parameter finished: called where the caller runs, after each piece, one call at a time.
    /// - Throws: the error of the earliest piece that failed, or `cancelled`; no new piece starts after either.
    package func map<Piece: Sendable>(
        count: Int, isolation: isolated (any Actor)? = #isolation, finished: (Piece) -> Void = { _ in },
        _ body: @escaping @Sendable (Int) throws(RunError) -> Piece
    ) async throws(RunError) -> [Piece] {
        var pieces = [Piece?](repeating: nil, count: count)
        var failure: (index: Int, error: RunError)?
        await withTaskGroup(of: (Int, Result<Piece, RunError>).self) { group in
            var next = 0
            func start() {
                guard next < count, failure == nil, !Task.isCancelled else { return }
                let index = next
                next += 1
                group.addTask { (index, Result { () throws(RunError) in try body(index) }) }
            }
            for _ in 0..<threads { start() }
            for await (index, result) in group {
                switch result {
                case .success(let piece):
                    pieces[index] = piece
                    finished(piece)
                case .failure(let error):
                    if index < failure?.index ?? .max { failure = (index, error) }
                    group.cancelAll()
                }
                start()
            }
        }
        if Task.isCancelled { throw .cancelled }
        if let failure { throw failure.error }
        return pieces.compactMap { $0 }
    }
}
