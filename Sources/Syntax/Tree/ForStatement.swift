/// `for s in [25, 50, 100] { ... }`.
package struct ForStatement: Sendable, Hashable {
    /// The name that is bound to each value in turn.
    package let name: Name
    /// The values: a set or a range.
    package let values: Expression
    /// What is done for each.
    package let body: Block
}
