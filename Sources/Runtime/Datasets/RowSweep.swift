import Dispatch
import Foundation
import Synchronization

/// Reads a table once, on several threads: while columns are made of one window's rows, those of the next are found.
///
/// Each column is given all rows in their order, so that what comes of it does not depend on the number of threads.
package struct RowSweep {
    private let reader: CSVReader
    private let gatherers: [any RowGatherer]
    private let threads: Int

    /// - Parameters:
    ///   - gatherers: what columns are made by.
    ///   - threads: how many take part at the most; one a processor where nothing is said.
    package init(
        _ reader: CSVReader, into gatherers: [any RowGatherer],
        threads: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        (self.reader, self.gatherers) = (reader, gatherers)
        self.threads = max(1, threads)
    }

    /// Reads to the end of the table; the first fault of the file ends it.
    ///
    /// - Returns: the number of rows.
    package func run() throws(CSVError) -> Int {
        var (current, next) = (reader.emptyRows(), reader.emptyRows())
        var count = 0
        reader.fill(current)
        while current.count > 0 {
            count += current.count
            if let failure = step(current, next) { throw failure }
            if let failure = current.failure { throw failure }
            swap(&current, &next)
        }
        if let failure = current.failure { throw failure }
        return count
    }

    /// Gives `current` to all columns and fills `next` meanwhile.
    ///
    /// - Returns: the fault that stands first in the file, whichever column noticed it; of one line, that of the first column.
    private func step(_ current: CSVRows, _ next: CSVRows) -> CSVError? {
        // Nobody reads the rows that are filled, and nobody fills those that are read; a gatherer is one piece of work.
        nonisolated(unsafe) let (reader, gatherers, current, next) = (reader, gatherers, current, next)
        let failures = Mutex([CSVError?](repeating: nil, count: gatherers.count))
        let taken = Atomic(0)
        DispatchQueue.concurrentPerform(iterations: min(threads, gatherers.count + 1)) { _ in
            while true {
                let piece = taken.add(1, ordering: .relaxed).oldValue
                guard piece <= gatherers.count else { return }
                if piece == 0 {
                    reader.fill(next)
                    continue
                }
                do throws(CSVError) {
                    try gatherers[piece - 1].add(current)
                } catch {
                    failures.withLock { $0[piece - 1] = error }
                }
            }
        }
        return failures.withLock { $0 }.compactMap { $0 }.min { $0.line ?? 0 < $1.line ?? 0 }
    }
}
