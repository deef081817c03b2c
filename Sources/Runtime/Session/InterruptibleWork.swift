import Synchronization

/// The work that Ctrl-C stops: whatever runs at the moment.
package final class InterruptibleWork: Sendable {
    private let current = Mutex<(task: Task<RunOutcome, Never>?, wasInterrupted: Bool)>((nil, false))

    /// Nothing runs.
    package init() {}

    /// Runs `body` to its end, unless it is interrupted before.
    package func run(_ body: @escaping @Sendable () async -> RunOutcome) async -> RunOutcome {
        let task = Task { await body() }
        current.withLock { $0 = (task, false) }
        let outcome = await task.value
        current.withLock { $0 = (nil, false) }
        return outcome
    }

    /// Asks the running work to stop.
    ///
    /// - Returns: what the interruption met.
    package func interrupt() -> Interruption {
        current.withLock { current in
            guard let task = current.task else { return .nothingRan }
            defer { current.wasInterrupted = true }
            task.cancel()
            return current.wasInterrupted ? .alreadyStopping : .stopping
        }
    }

    /// What an interruption met.
    package enum Interruption: Sendable {
        /// Nothing was running.
        case nothingRan
        /// Work that now stops.
        case stopping
        /// Work that had been asked to stop before.
        case alreadyStopping
    }
}
