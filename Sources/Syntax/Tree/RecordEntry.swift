/// An entry of a record: `fst: skin_type`.
package struct RecordEntry: Sendable, Hashable {
    /// The name before the colon.
    package let name: Name
    /// The value behind it.
    package let value: Expression
}
