import Diagnostics

/// Cohorts made of others: `raw where ...`, `a + b`, `a with from ham`. Not in this version.
package struct CohortExpression: Sendable, Hashable {
    /// A cohort with what is changed about it.
    package struct Term: Sendable, Hashable {
        /// The cohort.
        package let name: Name
        /// The changes in order.
        package let changes: [Change]
    }

    /// A change of a cohort.
    package enum Change: Sendable, Hashable {
        /// `where expr`.
        case condition(Expression)
        /// `with clause, clause`.
        case clauses([Clause])
    }

    /// The terms in order; never empty.
    package let terms: [Term]
    /// Where they stand.
    package let span: SourceSpan
}
