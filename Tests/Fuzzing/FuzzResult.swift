import Foundation

/// What came of inputs.
struct FuzzResult: Sendable {
    /// An input of which something does not hold.
    struct Failure: Sendable {
        let what: String
        let bytes: [UInt8]
    }

    var inputs = 0
    /// How many of them the checker read as well.
    var checked = 0
    var bytes = 0
    /// How many could be parsed without an error, and so formatted.
    var sound = 0
    /// The longest that one took, in seconds.
    var slowest = 0.0
    var failures: [Failure] = []

    /// Adds other results.
    mutating func take(_ other: FuzzResult) {
        inputs += other.inputs
        checked += other.checked
        bytes += other.bytes
        sound += other.sound
        slowest = max(slowest, other.slowest)
        failures += other.failures
    }

    /// The record of a run.
    func text(corpus: Int, seed: UInt64, seconds: Double) -> String {
        """
        inputs    \(inputs), made of \(corpus) scripts, seed \(seed)
        bytes     \(bytes)
        checked   \(checked)
        sound     \(sound) parsed without an error, were formatted twice and read again
        slowest   \(String(format: "%.3f", slowest)) s
        time      \(Int(seconds)) s
        failures  \(failures.count)
        """
    }
}
