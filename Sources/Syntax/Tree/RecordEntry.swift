/// An entry of a record: `fst: skin_type`, `"skin type": 2`.
package struct RecordEntry: Sendable, Hashable {
    /// The name before the colon.
    package let name: Name
    /// The same as text in quotes, where it is written so: `"skin type"`.
    package var quoted: StringLiteral?
    /// The value behind it.
    package let value: Expression
}
