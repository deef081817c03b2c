import Diagnostics
import Syntax

/// What a script or module declares, with what its author wrote about it: nothing of it is run.
package struct ScriptDocumentation: Sendable, Hashable {
    /// A `test` block.
    package struct Test: Sendable, Hashable {
        /// What it is called.
        package let title: String
        /// What its author wrote about it.
        package let documentation: String?
    }

    /// What scripts call it behind `use`, or its path.
    package let name: String
    /// The comment at its head; that of its first declaration where it has none of its own.
    package let summary: String?
    /// Whether the comment at the head is that of the first declaration, and is told there.
    package let summaryIsOfFirst: Bool
    /// What it declares, in its order; names that begin with `_` are its own.
    package let items: [DocumentedItem]
    /// The modules and files that it uses.
    package let uses: [String]
    /// Its tests.
    package let tests: [Test]

    /// The documentation of a script, or what is wrong with it.
    package enum Outcome {
        /// The script has no errors.
        case documented(ScriptDocumentation)
        /// Its errors.
        case wrong([Diagnostic])
    }

    /// Reads a script.
    ///
    /// - Parameter name: what it is called on its page.
    package static func read(
        _ source: Source, named name: String, catalogue: Catalogue, schema: any SchemaProvider
    ) -> Outcome {
        let script = Parser.parse(source)
        let result = Checker.check(script: script, catalogue: catalogue, schema: schema)
        let errors = result.diagnostics.filter { $0.severity == .error }
        guard errors.isEmpty else { return .wrong(errors) }
        let reader = ScriptReader(source: source, environment: result.environment)
        return .documented(reader.documentation(of: script.statements, named: name))
    }

    /// The script as a topic of `doc`: the comment at its head, and a line for each name.
    var topic: DocumentedTopic {
        let comment = summary.map { DocComment($0) }
        let lines = items.map { item in
            let first = item.documentation.map { DocComment($0).firstSentence } ?? ""
            return "  \(item.declaration.firstLine)" + (first.isEmpty ? "" : "\n      \(first)")
        }
        let head = ["\(name): module", summary].compactMap { $0 }.joined(separator: "\n\n")
        return DocumentedTopic(
            .module, name, comment?.firstSentence ?? "",
            text: head + "\n\n" + (lines + uses.map { "  use \($0)" }).joined(separator: "\n"),
            markdown: (["module `\(name)`", summary].compactMap { $0 }
                + ["```dermaudit\n\(items.map(\.declaration).joined(separator: "\n"))\n```"])
                .joined(separator: "\n\n"))
    }

    /// The item of this name.
    func item(_ name: String) -> DocumentedItem? {
        items.first { $0.name == name }
    }
}

extension String {
    /// The text up to its first line break; `...` stands for the rest.
    fileprivate var firstLine: String {
        let lines = split(separator: "\n", maxSplits: 1)
        return lines.count > 1 ? "\(lines[0]) ..." : self
    }
}
