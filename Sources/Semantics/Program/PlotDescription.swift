import Diagnostics

/// A figure: `plot grid of main rows fst*sex columns age to "figure2.png" with pick 1`.
public struct PlotDescription: Sendable, Hashable {
    /// The kind in the catalogue: `grid`.
    public let kind: String
    /// The cohort whose images are shown.
    public let cohort: CohortDescription
    /// The grouping whose groups are the rows.
    public let rows: Grouping
    /// The grouping whose groups are the columns.
    public let columns: Grouping
    /// The file to write, as the script names it.
    public let path: String
    /// The options, with defaults: `pick`.
    public let options: ResolvedOptions
    /// Where it is written.
    public let span: SourceSpan
}
