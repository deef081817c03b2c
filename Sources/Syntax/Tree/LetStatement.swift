/// `let n: int = 100`.
package struct LetStatement: Sendable, Hashable {
    /// The name bound.
    package let name: Name
    /// The type, if written.
    package let type: TypeSyntax?
    /// The value.
    package let value: Expression
}
