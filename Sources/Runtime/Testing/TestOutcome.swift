import Reporting

/// How one `test` block came out.
struct TestOutcome: Sendable {
    /// What came of it.
    enum Verdict: String, Sendable {
        /// Every gate held.
        case passed = "ok"
        /// A gate did not hold, or the output is not the one that was recorded.
        case failed = "FAILED"
        /// No gate failed, but one could not be decided.
        case inconclusive
        /// The block could not be run to its end.
        case broken
    }

    /// The script, as it was named.
    let file: String
    /// The title of the block.
    let title: String
    /// Its line in the script.
    let line: Int
    /// What came of it.
    let verdict: Verdict
    /// What was said on the way, where it did not pass.
    let messages: [String]
    /// Seconds that it took.
    let seconds: Double

    /// The line of the summary.
    var text: String {
        let time = seconds < 0.95 ? "" : " (\(Int(seconds.rounded())) s)"
        return "\(verdict.rawValue)  \(file):\(line)  \(title)\(time)"
    }

    /// The case for JUnit.
    var testCase: JUnitCase {
        let kind: JUnitCase.Kind =
            switch verdict {
            case .passed: .passed
            case .failed: .failure
            case .inconclusive, .broken: .error
            }
        return JUnitCase(
            name: title, className: file, seconds: seconds, kind: kind,
            message: "\(verdict.rawValue): \(file):\(line)", detail: messages.joined(separator: "\n"))
    }
}
