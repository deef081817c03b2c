import Semantics

/// What the server asks of the machine that it runs on.
package protocol EditorHost: Sendable {
    /// Answers the checker's questions about the files that a script in `folder` names.
    func schema(for folder: String) -> any SchemaProvider
    /// The path of a file that a script in `folder` uses, or of a module of the standard library; nil without one.
    func path(ofUsed name: String, in folder: String) -> String?
    /// The paths that go on from what is typed of one, seen from `folder`; folders end with a slash.
    func paths(startingWith typed: String, in folder: String) -> [String]
}
