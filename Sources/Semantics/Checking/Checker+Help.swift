import Diagnostics
import Syntax

extension Checker {
    /// What `help` shows.
    mutating func checkHelp(_ statement: HelpStatement, _ span: SourceSpan) throws(CheckFailure) -> String {
        let guide = Documentation(catalogue: catalogue, environment: environment, library: schema)
        let topic: String
        switch statement.topic {
        case nil: return guide.overview
        case .text(let literal)?: topic = try text(of: literal)
        case .path(let path)?: topic = path.text
        }
        if let text = guide.text(for: topic) { return text }
        let nearest = guide.nearest(to: topic)
        throw fail(
            Diagnostic(
                "E0322", "nothing is known of `\(topic.prefix(60))`", at: span,
                label: nearest.map { "did you mean `\($0)`?" } ?? "",
                helps: ["`help` alone lists what is known"]))
    }
}
