/// Counts finished items and tells the console, not more often than it can be read.
struct ProgressMeter {
    private let name: String
    private let total: Int
    private let console: any RunConsole
    private let clock = ContinuousClock()
    private let start: ContinuousClock.Instant
    private var done = 0
    private var stored = 0

    /// Starts counting towards `total`.
    init(name: String, total: Int, console: any RunConsole) {
        self.name = name
        self.total = total
        self.console = console
        start = clock.now
        console.progress(state)
    }

    /// Counts one item more.
    mutating func finishedOne(fromStore: Bool) {
        done += 1
        if fromStore { stored += 1 }
        console.progress(state)
    }

    private var state: ProgressState {
        let elapsed = start.duration(to: clock.now) / .seconds(1)
        return ProgressState(name: name, done: done, total: total, stored: stored, elapsed: elapsed)
    }
}
