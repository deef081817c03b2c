import Diagnostics

/// Prints a tree as nested parentheses without positions: two scripts mean the same when their dumps are equal.
package enum TreeDump {
    /// One line a statement.
    package static func text(_ script: Script) -> String {
        script.statements.map { text($0.kind) + "\n" }.joined()
    }

    /// A statement.
    package static func text(_ statement: Statement.Kind) -> String {
        switch statement {
        case .edition(let year): list("edition", text(year))
        case .use(let use): list("use", text(use.target), use.alias.map { "as " + $0.text })
        case .let(let constant):
            list("let", constant.name.text, constant.type.map { ": " + $0.text }, text(constant.value))
        case .set(let name, let value): list("set", name.text, text(value))
        case .for(let loop): list("for", loop.name.text, text(loop.values), text(loop.body))
        case .if(let choice):
            list(
                "if", all(choice.branches) { text($0.condition) + " " + text($0.body) },
                choice.otherwise.map(text))
        case .def(let function):
            list(
                "def", function.name.text, "(" + all(function.parameters, text) + ")",
                function.result.map { "-> " + $0.text }, text(function.body))
        case .test(let test): list("test", text(test.title), text(test.body))
        case .attribute(let attribute):
            list("attribute", attribute.name.text, text(attribute.domain), text(attribute.options))
        case .help(let help): list("help", help.topic.map(text))
        case .declaration(let declaration):
            list(
                declaration.kind.rawValue, declaration.name.text, text(declaration.source),
                text(declaration.options))
        case .cohort(let cohort): list("cohort", cohort.name?.text, text(cohort.body))
        case .sample(let subject, let options): list("sample", text(subject), text(options))
        case .audit(let audit): text(audit)
        case .report(let report):
            list(
                "report", all(report.metrics, text), tagged("by", all(report.groups, text)),
                tagged("of", all(report.subjects, \.text)), text(report.options))
        case .compare(let compare):
            list(
                "compare", compare.sides.map(\.text).joined(separator: " vs "),
                tagged("of", all(compare.metrics, text)), tagged("by", all(compare.groups, text)),
                text(compare.options))
        case .plot(let plot):
            list(
                "plot", plot.kind.text, all(plot.metrics, text), plot.clauses.map(text).joined(separator: " ")
            )
        case .gate(let gate):
            list(gate.isRequired ? "require" : "expect", text(gate.condition), gate.reason.map(text))
        case .export(let export):
            list(
                "export", all(export.items, \.text), text(export.path),
                export.format.map { "as " + $0.text })
        case .print(let values): list("print", all(values, text))
        case .expression(let expression): list("show", text(expression))
        case .reserved(let keyword): list("reserved", keyword.rawValue)
        }
    }

    /// An expression.
    package static func text(_ expression: Expression) -> String {
        switch expression.kind {
        case .integer(let value): "\(value)"
        case .number(let value): "\(value)"
        case .percent(let value): list("percent", "\(value)")
        case .duration(let value): list("seconds", "\(value)")
        case .size(let value): list("bytes", "\(value)")
        case .fitzpatrick(let type): list("fst", "\(type)")
        case .string(let literal): text(literal)
        case .bool(let value): "\(value)"
        case .unknown: "unknown"
        case .path(let path): path.text
        case .range(let lower, let upper, let halfOpen, let step):
            list(halfOpen ? "..<" : "..", text(lower), text(upper), step.map { "step " + text($0) })
        case .set(let items): "[" + items.map(text).joined(separator: " ") + "]"
        case .record(let entries):
            list("record", all(entries) { ($0.quoted.map(text) ?? $0.name.text) + ": " + text($0.value) })
        case .query(let query):
            list(
                "query", text(query.metric), query.group.map { "by " + text($0) },
                query.subject.map { "of " + $0.text })
        case .parenthesized(let inner): text(inner)
        case .call(let callee, let arguments): list("call", text(callee), all(arguments, text))
        case .member(let base, let name): list(".", text(base), name.text)
        case .element(let base, let position): list("element", text(base), text(position))
        case .prefix(let operation, let operand): list(operation.rawValue, text(operand))
        case .infix(let left, let operation, let right): list(operation.rawValue, text(left), text(right))
        }
    }

    private static func text(_ topic: HelpStatement.Topic) -> String {
        switch topic {
        case .text(let literal): text(literal)
        case .path(let path): path.text
        }
    }

    private static func text(_ parameter: DefStatement.Parameter) -> String {
        parameter.name.text + (parameter.type.map { ": " + $0.text } ?? "")
            + (parameter.value.map { " = " + text($0) } ?? "")
    }

    private static func text(_ domain: AttributeStatement.Domain) -> String {
        switch domain {
        case .words(let words): list("enum", text(words))
        case .years(let range): list("years", text(range))
        case .fitzpatrick: "fst"
        case .number(let range): list("number", range.map(text))
        }
    }

    private static func text(_ block: Block) -> String {
        "{" + block.statements.map { text($0.kind) }.joined(separator: " ") + "}"
    }

    private static func text(_ literal: StringLiteral) -> String {
        let parts = literal.segments.map { segment in
            switch segment {
            case .text(let text, _): text.debugDescription
            case .interpolation(let expression, _): "{" + text(expression) + "}"
            }
        }
        return parts.isEmpty ? "\"\"" : parts.joined()
    }

    private static func text(_ target: UseStatement.Target) -> String {
        switch target {
        case .file(let literal): text(literal)
        case .module(let path): path.text
        }
    }

    private static func text(_ source: DeclarationSource) -> String {
        switch source {
        case .file(let literal): text(literal)
        case .named(let path, let arguments, _): arguments.map { list(path.text, all($0, text)) } ?? path.text
        }
    }

    private static func text(_ options: [OptionSyntax]) -> String? {
        tagged("with", all(options) { ([$0.name.text] + $0.values.map(text)).joined(separator: " ") })
    }

    private static func text(_ body: CohortStatement.Body) -> String {
        switch body {
        case .clauses(let clauses): clauses.map(text).joined(separator: " ")
        case .expression(let expression): text(expression)
        }
    }

    private static func text(_ clause: Clause) -> String {
        switch clause.kind {
        case .axis(let name, let domain): list(name.text, text(domain))
        case .count(let count, let isTotal): list("n", text(count), isTotal ? "total" : nil)
        case .prompt(let prompt): list("prompt", text(prompt))
        case .from(let path): list("from", path.text)
        case .seed(let seed): list("seed", text(seed))
        case .condition(let condition): list("where", text(condition))
        }
    }

    private static func text(_ expression: CohortExpression) -> String {
        expression.terms.map { term in
            let changes = term.changes.map { change in
                switch change {
                case .condition(let condition): list("where", text(condition))
                case .clauses(let clauses): list("with", all(clauses, text))
                }
            }
            let arguments = term.arguments.map { "(" + all($0, text) + ")" } ?? ""
            return ([term.path.text + arguments] + changes).joined(separator: " ")
        }.joined(separator: " + ")
    }

    private static func text(_ subject: SubjectSyntax) -> String {
        switch subject {
        case .path(let path): path.text
        case .expression(let expression): "(" + text(expression) + ")"
        }
    }

    private static func text(_ audit: AuditStatement) -> String {
        let classifiers =
            switch audit.classifiers {
            case .all: "all"
            case .named(let paths): all(paths, \.text)
            }
        return list(
            "audit", audit.name.map { $0.text + " =" }, classifiers, tagged("on", all(audit.subjects, text)),
            text(audit.options))
    }

    private static func text(_ clause: PlotClause) -> String {
        switch clause.kind {
        case .by(let groups): list("by", all(groups, text))
        case .of(let path): list("of", path.text)
        case .rows(let group): list("rows", text(group))
        case .columns(let group): list("columns", text(group))
        case .to(let literal): list("to", text(literal))
        case .options(let options): text(options) ?? ""
        }
    }

    private static func text(_ metric: MetricCall) -> String {
        metric.arguments.map { list(metric.path.text, all($0, text)) } ?? metric.path.text
    }

    private static func text(_ group: GroupSyntax) -> String {
        group.factors.map { factor in
            switch factor.bins {
            case .width(let width): list("bin", factor.attribute.text, text(width))
            case .edges(let edges): list("bins", factor.attribute.text, text(edges))
            case nil: factor.attribute.text
            }
        }.joined(separator: "*")
    }

    private static func text(_ argument: Argument) -> String {
        (argument.label.map { $0.text + ": " } ?? "") + text(argument.value)
    }

    private static func list(_ parts: String?...) -> String {
        "(" + parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ") + ")"
    }

    private static func all<T>(_ items: [T], _ text: (T) -> String) -> String {
        items.map(text).joined(separator: ", ")
    }

    private static func tagged(_ tag: String, _ text: String) -> String? {
        text.isEmpty ? nil : tag + " " + text
    }
}
