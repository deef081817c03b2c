/// `cohort name = clauses`.
package struct CohortStatement: Sendable, Hashable {
    /// What stands behind the name.
    package enum Body: Sendable, Hashable {
        /// Clauses, on one line or in braces.
        case clauses([Clause])
        /// Other cohorts.
        case expression(CohortExpression)
    }

    /// The name; nil without.
    package let name: Name?
    /// What stands behind it.
    package let body: Body
}
