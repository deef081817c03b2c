/// `if quick { ... } else if n > 10 { ... } else { ... }`.
package struct IfStatement: Sendable, Hashable {
    /// A condition and what is done where it is the first that holds.
    package struct Branch: Sendable, Hashable {
        /// The condition.
        package let condition: Expression
        /// What is done.
        package let body: Block
    }

    /// The branches in order; never empty.
    package let branches: [Branch]
    /// What is done where no condition holds.
    package let otherwise: Block?
}
