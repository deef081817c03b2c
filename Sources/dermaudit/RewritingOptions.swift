import ArgumentParser
import Runtime

/// Which scripts a command rewrites, and whether it does or only tells.
struct RewritingOptions: ParsableArguments {
    @Argument(
        help: "The scripts; - reads standard input and writes standard output.", completion: .scripts)
    var files: [String]

    @Flag(help: "Change nothing; end with code 6 if a script would change.")
    var check = false

    @Flag(help: "Change nothing; show what would change.")
    var diff = false

    /// What is done with a script that would change.
    var mode: FormatMode { check ? (diff ? .checkAndDiff : .check) : (diff ? .diff : .write) }
}
