import Diagnostics

/// Results to be written to a file: `export it.report to "t2.csv"`.
public struct ExportDescription: Sendable, Hashable {
    /// One result.
    public enum Item: Sendable, Hashable {
        /// The report of this name.
        case report(String)
        /// The per-image predictions of the audit of this name.
        case audit(String)
        /// The cells of the cohort of this name.
        case cohort(String)
    }

    /// The results, in order.
    public let items: [Item]
    /// The file to write, as the script names it.
    public let path: String
    /// The format in the catalogue: `csv`, `json`, `txt`.
    public let format: String
    /// Where it is written.
    public let span: SourceSpan
}
