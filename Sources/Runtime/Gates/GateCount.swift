/// How the conditions of a run came out.
package struct GateCount: Sendable, Hashable {
    /// `require`s that held.
    package var passed = 0
    /// `require`s that did not hold.
    package var failed = 0
    /// `require`s that could not be decided.
    package var inconclusive = 0

    /// Nothing judged yet.
    package init() {}

    /// All that were judged.
    package var total: Int { passed + failed + inconclusive }

    /// Counts one more.
    mutating func add(_ verdict: Verdict) {
        switch verdict {
        case .pass: passed += 1
        case .fail: failed += 1
        case .inconclusive: inconclusive += 1
        }
    }
}
