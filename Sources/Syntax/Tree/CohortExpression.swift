import Diagnostics

/// Cohorts made of others: `raw where ...`, `a + b`, `a with from ham`.
package struct CohortExpression: Sendable, Hashable {
    /// A cohort with what is changed about it.
    package struct Term: Sendable, Hashable {
        /// The cohort, or the function that gives one.
        package let path: NamePath
        /// The arguments of the function; nil for a cohort.
        package let arguments: [Argument]?
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
