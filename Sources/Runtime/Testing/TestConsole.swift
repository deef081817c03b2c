import Synchronization

/// Collects what a test prints and says, so that tests that pass are quiet.
final class TestConsole: RunConsole {
    private struct Heard {
        var results: [String] = []
        var notices: [String] = []
    }

    private let heard = Mutex(Heard())

    /// What it printed.
    var results: [String] { heard.withLock { $0.results } }
    /// What it said that is no result.
    var notices: [String] { heard.withLock { $0.notices } }

    func result(_ text: String) throws(RunError) {
        heard.withLock { $0.results.append(text) }
    }

    func notice(_ text: String) {
        heard.withLock { $0.notices.append(text) }
    }

    func prompt(_ text: String) {}
    func progress(_ state: ProgressState) {}
    func endProgress() {}
}
