import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Results on standard output, everything else on standard error.
///
/// On a terminal progress is a bar that is drawn over itself ten times a second at most; elsewhere it is a line every 30 seconds.
package final class StandardConsole: RunConsole {
    private struct State {
        var lastDrawn: ContinuousClock.Instant?
        var lastName = ""
        var isBarVisible = false
    }

    private let isQuiet: Bool
    private let drawsBar: Bool
    private let state = Mutex(State())
    private static let barWidth = 24

    /// - Parameter isQuiet: says nothing but results and diagnostics.
    package init(isQuiet: Bool) {
        self.isQuiet = isQuiet
        drawsBar = isatty(STDERR_FILENO) == 1 && getenv("TERM").map { String(cString: $0) } != "dumb"
    }

    package func result(_ text: String) throws(RunError) {
        endProgress()
        if let reason = Self.write(text + "\n", to: STDOUT_FILENO) {
            throw .files(.unwritable(path: "standard output", reason: reason))
        }
    }

    package func notice(_ text: String) {
        endProgress()
        // Nothing can be done about a standard error that cannot be written.
        _ = Self.write(text + "\n", to: STDERR_FILENO)
    }

    package func prompt(_ text: String) {
        _ = Self.write(text, to: STDERR_FILENO)
    }

    package func progress(_ progress: ProgressState) {
        guard !isQuiet, progress.total > 0 else { return }
        let now = ContinuousClock().now
        let line: String? = state.withLock { state in
            let interval: Duration = drawsBar ? .milliseconds(100) : .seconds(30)
            let isNew = state.lastName != progress.name
            if isNew {
                state.lastName = progress.name
                state.lastDrawn = drawsBar ? nil : now
            }
            let isDue = state.lastDrawn.map { $0.duration(to: now) >= interval } ?? true
            let isLast = progress.done == progress.total
            guard isDue || (isLast && drawsBar) else { return nil }
            state.lastDrawn = now
            state.isBarVisible = drawsBar
            return drawsBar ? "\r\u{1B}[K" + progress.text(barWidth: Self.barWidth) : progress.text() + "\n"
        }
        if let line { _ = Self.write(line, to: STDERR_FILENO) }
    }

    package func endProgress() {
        let wasVisible = state.withLock { state in
            defer { (state.isBarVisible, state.lastName) = (false, "") }
            return state.isBarVisible
        }
        if wasVisible { _ = Self.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }

    /// Writes all of `text`; the reason of the failure, if there is one.
    private static func write(_ text: String, to descriptor: Int32) -> String? {
        let bytes = Array(text.utf8)
        var written = 0
        while written < bytes.count {
            // Safety: the kernel reads within the array's bounds.
            let count = bytes.withUnsafeBytes { buffer -> Int in
                guard let start = buffer.baseAddress else { return 0 }
                return Glibc.write(descriptor, start + written, buffer.count - written)
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { return String(cString: strerror(errno)) }
            written += count
        }
        return nil
    }
}
