import Synchronization

/// Counts how many pieces of work run, have run, and ran at once.
final class Counter: Sendable {
    private struct State {
        var running = 0
        var most = 0
        var total = 0
        var limit = Int.max
        var action: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    var most: Int { state.withLock { $0.most } }
    var total: Int { state.withLock { $0.total } }

    func enter() {
        let action: (@Sendable () -> Void)? = state.withLock { state in
            state.running += 1
            state.total += 1
            state.most = max(state.most, state.running)
            return state.total >= state.limit ? state.action : nil
        }
        action?()
    }

    func leave() {
        state.withLock { $0.running -= 1 }
    }

    /// Does `action` at the entry number `limit` and at every one after it.
    func whenReached(_ limit: Int, _ action: @escaping @Sendable () -> Void) {
        state.withLock { ($0.limit, $0.action) = (limit, action) }
    }
}
