import Synchronization

@testable import Runtime

/// Keeps everything that a run says.
final class RecordingConsole: RunConsole {
    private struct State {
        var results: [String] = []
        var notices: [String] = []
        var progress: [ProgressState] = []
    }

    private let state = Mutex(State())

    var results: [String] { state.withLock { $0.results } }
    var notices: [String] { state.withLock { $0.notices } }
    var progress: [ProgressState] { state.withLock { $0.progress } }

    func result(_ text: String) throws(RunError) {
        state.withLock { $0.results.append(text) }
    }

    func notice(_ text: String) {
        state.withLock { $0.notices.append(text) }
    }

    func prompt(_ text: String) {}

    func progress(_ progress: ProgressState) {
        state.withLock { $0.progress.append(progress) }
    }

    func endProgress() {}
}
