/// An argument: `features: "derm"` or a value alone.
package struct Argument: Sendable, Hashable {
    /// The name before the colon.
    package let label: Name?
    /// The value.
    package let value: Expression
}
