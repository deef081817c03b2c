import Diagnostics

extension Formatter {
    /// The most clauses of a cohort on one line.
    private static let mostInline = 5

    /// A cohort: on one line where it has few clauses and fits, else a clause a line in braces.
    func document(_ cohort: CohortStatement, _ span: SourceSpan, isBlock: Bool) -> Document {
        let start = span.start
        let name: [Document] = cohort.name.map { [document($0)] } ?? []
        switch cohort.body {
        case .expression(let expression):
            let assign: [Document] = cohort.name == nil ? [] : [Document.word(" = ")]
            return .group([.text("cohort ", at: start)] + name + assign + [document(expression)])
        case .clauses(let clauses):
            let inline: [Document] =
                [.text("cohort ", at: start)] + name + (name.isEmpty ? [] : [.word(" = ")])
                + [.joined(clauses.map(document), by: [.word(" ")])]
            if !isBlock, clauses.count <= Self.mostInline, width(inline) <= Printer.width {
                return .sequence(inline)
            }
            let body: [Document] = clauses.flatMap { [.hardLine, document($0)] }
            let head: [Document] = [.text("cohort ", at: start)] + name + [.word(name.isEmpty ? "{" : " {")]
            return .sequence(head + [.indent(body), .hardLine, .text("}", at: span.end - 1)])
        }
    }

    /// The columns that parts take on one line; more than a line for text with line breaks.
    private func width(_ parts: [Document]) -> Int {
        parts.reduce(0) { sum, part in
            switch part {
            case .text(let text, _):
                sum + (text.utf8.contains(0x0A) ? Printer.width + 1 : text.unicodeScalars.count)
            case .line: sum + 1
            case .softLine, .hardLine: sum
            case .sequence(let inner), .group(let inner), .indent(let inner): sum + width(inner)
            }
        }
    }

    func document(_ clause: Clause) -> Document {
        let start = clause.span.start
        switch clause.kind {
        case .axis(let name, let domain):
            // Behind a range, `step` without `in` would be the range's own.
            let takesIn = if case .set = domain.kind { true } else { name.text == "step" }
            return .sequence([document(name), .word(takesIn ? " in " : " "), document(domain)])
        case .count(let count, let isTotal):
            return .sequence([.text("n ", at: start), document(count), .word(isTotal ? " total" : "")])
        case .prompt(let prompt): return .sequence([.text("prompt ", at: start), document(prompt)])
        case .from(let path): return .sequence([.text("from ", at: start), document(path)])
        case .seed(let seed): return .sequence([.text("seed ", at: start), document(seed)])
        case .condition(let condition):
            return .sequence([.text("where ", at: start), self.condition(condition)])
        }
    }

    func document(_ subject: SubjectSyntax) -> Document {
        switch subject {
        case .path(let path): document(path)
        case .expression(let expression): .sequence([.word("("), document(expression), .word(")")])
        }
    }

    private func document(_ expression: CohortExpression) -> Document {
        .joined(expression.terms.map(document), by: [.word(" +"), .line])
    }

    private func document(_ term: CohortExpression.Term) -> Document {
        let changes = term.changes.map { change -> Document in
            switch change {
            case .condition(let condition): .sequence([.word("where "), document(condition)])
            case .clauses(let clauses): tagged("with ", clauses.map(document))
            }
        }
        let arguments = term.arguments.map { [document($0)] } ?? []
        return .sequence([document(term.path)] + arguments + [clauses(changes)])
    }
}
