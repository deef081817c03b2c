import Diagnostics

extension Formatter {
    func document(_ name: Name) -> Document {
        .text(name.text, at: name.span.start)
    }

    func document(_ path: NamePath) -> Document {
        .text(path.text, at: path.span.start)
    }

    /// A string as it is written, its line breaks without carriage returns; one more before them is text.
    func document(_ literal: StringLiteral) -> Document {
        let spelling = source.bytes[literal.span.start..<literal.span.end]
        let bytes = spelling.indices.filter { place in
            spelling[place] != 0x0D || place + 1 == spelling.endIndex || spelling[place + 1] != 0x0A
                || spelling[place - 1] == 0x0D
        }.map { spelling[$0] }
        return .text(String(decoding: bytes, as: UTF8.self), at: literal.span.start)
    }

    func document(_ expression: Expression) -> Document {
        let start = expression.span.start
        switch expression.kind {
        case .integer, .number, .percent, .duration, .size, .fitzpatrick, .bool, .unknown:
            return .text(source.text(of: expression.span), at: start)
        case .string(let literal): return document(literal)
        case .path(let path): return document(path)
        case .range(let lower, let upper, let halfOpen, let step):
            let width: [Document] = step.map { [.word(" step "), document($0)] } ?? []
            return .sequence([document(lower), .word(halfOpen ? "..<" : ".."), document(upper)] + width)
        case .set(let items): return bracketed("[", items.map(document), "]", expression.span)
        case .record(let entries): return bracketed("{", entries.map(document), "}", expression.span)
        case .query(let query): return document(query)
        case .parenthesized(let inner):
            return .group([
                .text("(", at: start), .indent([.softLine, document(inner)]), .softLine, .word(")"),
            ])
        case .call(let callee, let arguments): return .sequence([document(callee), document(arguments)])
        case .member(let base, let name): return .sequence([document(base), .word("."), document(name)])
        case .element(let base, let position):
            return .sequence([document(base), .word("["), document(position), .word("]")])
        case .prefix(let operation, let operand):
            return .sequence([.text(operation == .not ? "not " : "-", at: start), document(operand)])
        case .infix(let left, let operation, let right):
            let parts = [
                operand(left, of: operation), .word(" \(operation.rawValue)"), .line,
                operand(right, of: operation),
            ]
            return .sequence(parts)
        }
    }

    /// An operand: lines break at looser operators first.
    private func operand(_ expression: Expression, of operation: InfixOperator) -> Document {
        guard case .infix(_, let inner, _) = expression.kind, inner.precedence != operation.precedence else {
            return document(expression)
        }
        return .group([document(expression)])
    }

    /// An expression whose further lines begin further in.
    func condition(_ expression: Expression) -> Document {
        if case .infix = expression.kind { return .group([.indent([document(expression)])]) }
        return .group([document(expression)])
    }

    /// Parts in brackets: on one line, or one a line.
    private func bracketed(_ open: String, _ parts: [Document], _ close: String, _ span: SourceSpan)
        -> Document
    {
        guard !parts.isEmpty else { return .text(open + close, at: span.start) }
        return .group([
            .text(open, at: span.start), .indent([.softLine, .list(parts)]), .softLine,
            .text(close, at: span.end - 1),
        ])
    }

    private func document(_ entry: RecordEntry) -> Document {
        let name = entry.quoted.map(document) ?? document(entry.name)
        return .sequence([name, .word(": "), document(entry.value)])
    }

    func document(_ arguments: [Argument]) -> Document {
        guard !arguments.isEmpty else { return .word("()") }
        return .group([
            .word("("), .indent([.softLine, .list(arguments.map(document))]), .softLine, .word(")"),
        ])
    }

    private func document(_ argument: Argument) -> Document {
        let label: [Document] = argument.label.map { [document($0), .word(": ")] } ?? []
        return .sequence(label + [document(argument.value)])
    }

    private func document(_ query: Query) -> Document {
        let group: [Document] = query.group.map { [.word(" by "), document($0)] } ?? []
        let subject: [Document] = query.subject.map { [.word(" of "), document($0)] } ?? []
        return .sequence([document(query.metric)] + group + subject)
    }

    func document(_ metric: MetricCall) -> Document {
        .sequence([document(metric.path)] + (metric.arguments.map { [document($0)] } ?? []))
    }

    func document(_ group: GroupSyntax) -> Document {
        .joined(group.factors.map(document), by: [.word("*")])
    }

    private func document(_ factor: GroupSyntax.Factor) -> Document {
        switch factor.bins {
        case .width(let width): .sequence([document(factor.attribute), .word(" bin "), document(width)])
        case .edges(let edges): .sequence([document(factor.attribute), .word(" bins "), document(edges)])
        case nil: document(factor.attribute)
        }
    }
}
