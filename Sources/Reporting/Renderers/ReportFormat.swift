/// The formats that a report can be exported to.
package enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Aligned text.
    case text = "txt"
    /// Canonical JSON.
    case json
    /// Comma-separated values.
    case csv

    /// The report in this format.
    package func render(_ report: Report) -> String {
        switch self {
        case .text: TextRenderer().text(report)
        case .json: JSONRenderer().text(report)
        case .csv: CSVRenderer().text(report)
        }
    }
}
