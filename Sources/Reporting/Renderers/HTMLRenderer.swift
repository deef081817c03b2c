import Mustache
import Statistics

/// Writes a report as one page of HTML that needs nothing else: no script, no network, its figures inline.
struct HTMLRenderer {
    /// The page.
    func text(_ report: Report, gates: [GateRecord]) throws(ReportingError) -> String {
        let content = PageContent(report: report, gates: gates)
        let value = PageValue.object(
            content.head.merging(try content.body) { first, _ in first })
        let template: MustacheTemplate
        do {
            template = try MustacheTemplate(
                string: String(decoding: PackageResources.page_mustache, as: UTF8.self))
        } catch {
            throw .template(reason: "\(error)")
        }
        return template.render(value.content)
    }
}
