/// `test "bands have two types" { ... }`.
package struct TestStatement: Sendable, Hashable {
    /// What it is called.
    package let title: StringLiteral
    /// What it does.
    package let body: Block
}
