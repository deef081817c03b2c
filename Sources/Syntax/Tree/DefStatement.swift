import Diagnostics

/// `def gap(steps: int, share: percent = 50%) -> number { ... }`.
package struct DefStatement: Sendable, Hashable {
    /// A parameter.
    package struct Parameter: Sendable, Hashable {
        /// Its name.
        package let name: Name
        /// Its type, if written.
        package let type: TypeSyntax?
        /// Its value where a call gives none, if written.
        package let value: Expression?
        /// Where it stands.
        package let span: SourceSpan
    }

    /// The name bound.
    package let name: Name
    /// The parameters in order.
    package let parameters: [Parameter]
    /// The type of its value, if written.
    package let result: TypeSyntax?
    /// The statements; the last one gives the value.
    package let body: Block
}
