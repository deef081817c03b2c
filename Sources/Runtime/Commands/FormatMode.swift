/// What `fmt` and `migrate` do with a script that they would change.
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
