/// What `fmt` does with a script that is not in the one format.
package enum FormatMode: Sendable {
    /// Writes it anew.
    case write
    /// Says so with the exit code.
    case check
    /// Shows what would change.
    case diff
    /// Shows what would change, and says so with the exit code.
    case checkAndDiff
}
