/// How the conditions of a run came out.
package struct GateCount: Sendable, Hashable {
    /// `require`s that held.
    package var passed = 0
    /// `require`s that did not hold.
    package var failed = 0
    /// `require`s that the results leave open.
    package var inconclusive = 0
    /// `require`s on a number that has no value.
    package var undefined = 0

    /// Nothing judged yet.
    package init() {}

    /// All that were judged.
    package var total: Int { passed + failed + inconclusive + undefined }

    /// Counts one more.
    mutating func add(_ verdict: Verdict) {
        switch verdict {
        case .pass: passed += 1
        case .fail: failed += 1
        case .inconclusive: inconclusive += 1
        case .undefined: undefined += 1
        }
    }

    /// What is said at the end of a run; nil where every gate held.
    package var summary: String? {
        guard failed + inconclusive + undefined > 0 else { return nil }
        let open = undefined > 0 ? ", \(undefined) undefined" : ""
        return "\(failed) of \(total) gates failed, \(inconclusive) inconclusive\(open)"
    }
}
