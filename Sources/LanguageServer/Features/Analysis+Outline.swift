import Diagnostics
import Semantics
import Syntax

extension Analysis {
    /// The document's outline: what is declared, and the statements that give results.
    var symbols: [DocumentSymbol] { symbols(of: script.statements) }

    private func symbols(of statements: [Statement]) -> [DocumentSymbol] {
        statements.compactMap { statement in
            if let name = statement.boundName {
                return symbol(
                    name.text, statement, at: name.span, detail: detail(name), kind: Self.kind(statement))
            }
            switch statement.kind {
            case .cohort, .audit, .report, .compare, .plot, .gate, .for, .if, .test:
                return symbol(firstLine(statement), statement, at: statement.span, kind: Self.kind(statement))
            default: return nil
            }
        }
    }

    private func symbol(
        _ name: String, _ statement: Statement, at place: SourceSpan, detail: String = "", kind: Int
    ) -> DocumentSymbol {
        DocumentSymbol(
            name: name, detail: detail, kind: kind, range: text.range(of: statement.span),
            selectionRange: text.range(of: place),
            children: symbols(of: statement.blocks.flatMap(\.statements)))
    }

    private func detail(_ name: Name) -> String {
        index.name(at: name.span).map { index.written($0.binding.phraseWithFacts) } ?? ""
    }

    /// What a statement is, in the protocol's numbers for symbols.
    private static func kind(_ statement: Statement) -> Int {
        switch statement.kind {
        case .let: 14  // constant
        case .declaration(let declaration): declaration.kind == .classifier ? 5 : 18  // class, array
        case .cohort: 19  // object
        case .def: 12  // function
        case .test: 6  // method
        case .for, .if: 3  // namespace
        case .attribute: 8  // field
        case .gate: 17  // boolean
        default: 24  // event
        }
    }

    /// The first line of a statement, cut where it is long.
    private func firstLine(_ statement: Statement) -> String {
        let lineEnd = text.end(ofLine: text.line(of: statement.span.start))
        let line = source.text(of: SourceSpan(statement.span.start, min(lineEnd, statement.span.end)))
        return line.utf8.count > 60 && line.count > 60 ? line.prefix(57) + "..." : line
    }
}
