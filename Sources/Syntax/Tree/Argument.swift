/// An argument: `features: "derm"` or a value alone.
package struct Argument: Sendable, Hashable {
    /// The name before the colon.
    package let label: Name?
    /// The value.
    package let value: Expression

    /// Passes a value.
    package init(label: Name?, value: Expression) {
        self.label = label
        self.value = value
    }
}
