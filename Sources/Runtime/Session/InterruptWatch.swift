import Dispatch

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Turns Ctrl-C into a call, instead of the end of the process.
package final class InterruptWatch: Sendable {
    // Proof: the source is set once in `init`, and `cancel`, the only later call, may be made from any thread.
    nonisolated(unsafe) private let source: any DispatchSourceSignal

    /// Calls `handler`, on a thread of its own, each time the process is interrupted; for as long as the watch exists.
    package init(_ handler: @escaping @Sendable () -> Void) {
        signal(SIGINT, SIG_IGN)
        let source = DispatchSource.makeSignalSource(
            signal: SIGINT, queue: DispatchQueue(label: "interrupts"))
        source.setEventHandler(handler: handler)
        source.resume()
        self.source = source
    }

    /// Stops what runs when the process is interrupted; a second interruption ends the process at once.
    package convenience init(stopping work: InterruptibleWork, telling console: any RunConsole) {
        self.init {
            switch work.interrupt() {
            case .stopping: console.notice("stopping; Ctrl-C again stops at once")
            case .nothingRan, .alreadyStopping: InterruptWatch.leaveAtOnce()
            }
        }
    }

    deinit {
        source.cancel()
        signal(SIGINT, SIG_DFL)
    }

    /// Ends the process at once, as an interrupted one.
    package static func leaveAtOnce() {
        _exit(ExitStatus.interrupted.rawValue)
    }
}
