import Semantics

/// What `dermaudit test` is asked for.
package struct TestRequest: Sendable {
    /// Scripts, and folders that are searched for them; the working folder where none is named.
    package var paths: [String] = []
    /// A regular expression that the title of a test must match somewhere; nil takes all.
    package var filter: String?
    /// The file that gets the outcomes as JUnit XML; nil for none.
    package var junit: String?
    /// Whether what tests print is recorded, and no longer compared.
    package var updates = false
    /// Values for `let`s.
    package var definitions: [Definition] = []

    /// Asks for all tests in the working folder.
    package init() {}
}
