/// Why no script can be written for a table, with what would help.
struct DraftRefusal: Error, Sendable, Hashable {
    /// What was found and what was expected.
    let message: String
    /// What a person can do.
    let help: String

    init(_ message: String, help: String) {
        self.message = message
        self.help = help
    }
}
