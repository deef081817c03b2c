import Statistics

/// How often intervals held the truth, and how long they were.
struct Coverage {
    private var held = 0
    private var tooHigh = 0
    private var length = 0.0
    private var intervals = 0
    private var undefined = 0

    /// Counts one interval.
    mutating func add(_ interval: Interval?, truth: Double) {
        guard let interval else {
            undefined += 1
            return
        }
        intervals += 1
        length += interval.high - interval.low
        if interval.low <= truth + 1e-12, truth <= interval.high + 1e-12 { held += 1 }
        if interval.low > truth + 1e-12 { tooHigh += 1 }
    }

    /// The share that held the truth, in per cent.
    var text: String { intervals == 0 ? "n/a" : MarkdownTable.percent(Double(held) / Double(intervals)) }

    /// The share that lay wholly above the truth, in per cent.
    var aboveText: String {
        intervals == 0 ? "n/a" : MarkdownTable.percent(Double(tooHigh) / Double(intervals))
    }

    /// The mean length.
    var lengthText: String {
        intervals == 0 ? "n/a" : MarkdownTable.decimals(length / Double(intervals), 3)
    }

    /// The share without an interval, in per cent.
    var undefinedText: String {
        MarkdownTable.percent(Double(undefined) / Double(max(1, undefined + intervals)))
    }
}
