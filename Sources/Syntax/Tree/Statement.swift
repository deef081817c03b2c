import Diagnostics

/// A statement of a script.
package struct Statement: Sendable, Hashable {
    /// What it is.
    package enum Kind: Sendable, Hashable {
        /// `edition 2026`.
        case edition(Expression)
        /// `use "file" as name`.
        case use(UseStatement)
        /// `let name = value`.
        case `let`(LetStatement)
        /// `set name value`.
        case set(Name, Expression)
        /// `for name in values { ... }`.
        case `for`(ForStatement)
        /// `if condition { ... } else { ... }`.
        case `if`(IfStatement)
        /// `def name(parameters) { ... }`.
        case def(DefStatement)
        /// `test "title" { ... }`.
        case test(TestStatement)
        /// `attribute`.
        case attribute(AttributeStatement)
        /// `help`.
        case help(HelpStatement)
        /// `generator`, `classifier` or `dataset`.
        case declaration(Declaration)
        /// `cohort`.
        case cohort(CohortStatement)
        /// `sample`.
        case sample(SubjectSyntax, [OptionSyntax])
        /// `audit`.
        case audit(AuditStatement)
        /// `report`.
        case report(ReportStatement)
        /// `compare`.
        case compare(CompareStatement)
        /// `plot`.
        case plot(PlotStatement)
        /// `require` or `expect`.
        case gate(GateStatement)
        /// `export`.
        case export(ExportStatement)
        /// `print`.
        case print([Expression])
        /// An expression whose value is shown.
        case expression(Expression)
        /// A statement of a later version; everything up to its end was skipped.
        case reserved(Keyword)
    }

    /// What it is.
    package let kind: Kind
    /// Where it stands.
    package let span: SourceSpan
}
