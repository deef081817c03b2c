/// Writes a report in any format: the one way in, so that no format can say something else than the others.
package struct ReportRenderer: Sendable {
    private let width: Int
    private let isColoured: Bool

    /// A renderer.
    ///
    /// - Parameters:
    ///   - width: columns of a page of text.
    ///   - isColoured: whether text carries terminal colours.
    package init(width: Int = 100, isColoured: Bool = false) {
        self.width = width
        self.isColoured = isColoured
    }

    /// The report in a format, ended by a line feed.
    ///
    /// - Parameter gates: the conditions judged so far, in the order of the script.
    package func text(
        _ report: Report, gates: [GateRecord] = [], as format: ReportFormat
    ) throws(ReportingError) -> String {
        switch format {
        case .text: TextRenderer(width: width, isColoured: isColoured).text(report, gates: gates)
        case .json: JSONRenderer().text(report, gates: gates)
        case .csv: CSVRenderer().text(report, gates: gates)
        case .markdown: MarkdownRenderer().text(report, gates: gates)
        case .latex: LaTeXRenderer().text(report, gates: gates)
        case .html: try HTMLRenderer().text(report, gates: gates)
        case .junit: JUnitRenderer().text(report, gates: gates)
        case .sarif: SARIFRenderer().text(report, gates: gates)
        }
    }
}
