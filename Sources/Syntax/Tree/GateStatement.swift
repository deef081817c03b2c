/// `require condition because "reason"`.
package struct GateStatement: Sendable, Hashable {
    /// Whether it is `require`, not `expect`.
    package let isRequired: Bool
    /// The condition.
    package let condition: Expression
    /// The reason.
    package let reason: StringLiteral?
}
