import Diagnostics

/// A statement with everything in it resolved, ready to be executed.
public struct CheckedStatement: Sendable, Hashable {
    /// What executing it does; boxed, so that lists of statements stay small. A declaration does nothing by itself: what it declares is carried by those who use it.
    public indirect enum Action: Sendable, Hashable {
        /// A setting; the value is in the program's settings.
        case setting(name: String, value: Value)
        /// A constant.
        case constant(name: String, value: Value)
        /// A generator.
        case generator(GeneratorDescription)
        /// A classifier.
        case classifier(ClassifierDescription)
        /// A data set.
        case dataset(DatasetDescription)
        /// The columns and quirks of tables.
        case schema(DatasetSchema)
        /// A cohort; sampled when something needs it.
        case cohort(CohortDescription)
        /// Forces a cohort's images to be made; option `save` writes them.
        case sample(CohortDescription, ResolvedOptions)
        /// Predictions; made when something needs them.
        case audit(AuditDescription)
        /// A report to print.
        case report(ReportDescription)
        /// A comparison to print.
        case compare(CompareDescription)
        /// A figure to draw.
        case plot(PlotDescription)
        /// A file to write.
        case export(ExportDescription)
        /// Values to print.
        case print([CheckedExpression])
        /// A condition to judge.
        case gate(GateDescription)
        /// Documentation to show.
        case help(String)
    }

    /// What executing it does.
    public let action: Action
    /// Where it is written.
    public let span: SourceSpan
    /// The script or the module that it is written in.
    public let source: Source
}
