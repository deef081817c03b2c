import Diagnostics

/// A figure: `plot grid of main rows fst*sex columns age to "figure2.png"`, `plot bars accuracy by age of a to "a.svg"`.
public struct PlotDescription: Sendable, Hashable {
    /// What is drawn.
    public enum Content: Sendable, Hashable {
        /// One image of a cohort for each row and column.
        case images(CohortDescription, rows: Grouping, columns: Grouping)
        /// Results, as a report of them would have them.
        case results(ReportDescription)
    }

    /// The kind in the catalogue: `grid`, `bars`.
    public let kind: String
    /// What is drawn.
    public let content: Content
    /// The file to write, as the script names it.
    public let path: String
    /// Its format: `png` or `svg`.
    public let format: String
    /// The options, with defaults: `pick`.
    public let options: ResolvedOptions
    /// Where it is written.
    public let span: SourceSpan
}
