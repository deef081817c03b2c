import Semantics

/// One attribute of all rows: what was declared, and the value of each row.
package struct OutcomeAttribute: Sendable {
    /// Its name in scripts.
    package let name: String
    /// The declared values in declared order; empty for the numbers of a data set, which declares none.
    package let levels: [AttributeValue]
    /// The width of bins when a grouping names none; nil for one group a value.
    package let naturalWidth: Double?
    /// For each row its value; nil is missing.
    package let values: [AttributeValue?]
}
