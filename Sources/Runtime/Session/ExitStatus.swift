/// The exit codes of the program; they never change their meaning (language.md, section 7).
package enum ExitStatus: Int32, Sendable, CaseIterable {
    /// Everything went well.
    case success = 0
    /// A `require` did not hold.
    case gateFailed = 1
    /// The command line makes no sense.
    case usage = 2
    /// The script has errors.
    case scriptErrors = 3
    /// A file, the memory or weights failed during the run.
    case runFailure = 4
    /// `fmt --check` or `migrate --check` found something to change.
    case wouldFormat = 6
    /// The plan needs more than the script's budget.
    case overBudget = 7
    /// No `require` failed, but one was inconclusive or undefined.
    case inconclusive = 8
    /// Ctrl-C; finished images are kept.
    case interrupted = 130

    /// What the code means, as `--help` says it.
    package var meaning: String {
        switch self {
        case .success: "everything went well"
        case .gateFailed: "a gate (`require`) failed"
        case .usage: "the command line makes no sense"
        case .scriptErrors: "the script has errors"
        case .runFailure: "a run-time failure: files, memory, weights"
        case .wouldFormat: "`fmt --check` or `migrate --check` would change a file"
        case .overBudget: "the plan is over the script's budget"
        case .inconclusive: "no gate failed, but one was inconclusive or undefined"
        case .interrupted: "interrupted; finished images are kept, and the next run continues"
        }
    }
}
