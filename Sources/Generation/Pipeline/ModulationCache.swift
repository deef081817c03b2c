import Synchronization

/// The modulation tables of the prompts in work, so that the images of a prompt share one.
///
/// It is shared between threads, but no result depends on it: a table depends on its prompt only.
final class ModulationCache: Sendable {
    private struct State {
        var tables: [String: ModulationTable] = [:]
        /// Prompts from the oldest to the newest.
        var order: [String] = []
        var byteCount = 0
    }

    /// The most bytes kept, one table apart.
    private let limit: Int
    private let state = Mutex(State())

    init(limit: Int = 128 << 20) { self.limit = limit }

    /// The table of `prompt`, made by `make` when it is not there.
    func table(
        for prompt: String, make: () throws(GenerationError) -> ModulationTable
    ) throws(GenerationError) -> ModulationTable {
        if let found = state.withLock({ $0.tables[prompt] }) { return found }
        let made = try make()
        state.withLock { state in
            guard state.tables[prompt] == nil else { return }
            state.tables[prompt] = made
            state.order.append(prompt)
            state.byteCount += made.byteCount
            while state.byteCount > limit, state.order.count > 1 {
                let oldest = state.order.removeFirst()
                state.byteCount -= state.tables.removeValue(forKey: oldest)?.byteCount ?? 0
            }
        }
        return made
    }
}
