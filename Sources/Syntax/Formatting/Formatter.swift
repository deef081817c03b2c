import Diagnostics

/// Prints a script in the one form it has: every meaning one text, comments kept, at most one empty line between statements.
package final class Formatter {
    private let script: Script
    let source: Source
    private var memory = FormattedStatements()

    private init(script: Script, source: Source) {
        (self.script, self.source) = (script, source)
    }

    /// The text of a script in its one form; nil where the script has errors, because then its meaning is not known.
    package static func format(_ source: Source) -> String? {
        var memory = FormattedStatements()
        return format(Parser.parse(source), knowing: &memory)
    }

    /// The same for a script that is parsed, with statements that were formatted before.
    package static func format(_ script: Script, knowing memory: inout FormattedStatements) -> String? {
        guard !script.hasErrors else { return nil }
        let source = script.lexed.source
        let formatter = Formatter(script: script, source: source)
        swap(&formatter.memory, &memory)
        var (text, movesComments) = formatter.printed()
        swap(&formatter.memory, &memory)
        memory.endScript()
        // A comment that moves may make room on its line: the form is reached when nothing moves any more.
        for _ in 0..<8 where movesComments {
            let again = Source(name: source.name, text: text)
            let next = Formatter(script: Parser.parse(again), source: again).printed()
            if next.text == text { break }
            (text, movesComments) = next
        }
        return text
    }

    /// The text, and whether comments inside statements may have moved.
    private func printed() -> (text: String, movesComments: Bool) {
        var printer = Printer(comments: Comment.all(in: script.lexed))
        print(script.statements, before: Int.max, on: &printer)
        while printer.nextComment != nil { printer.printNextComment() }
        return (printer.text, printer.movesComments)
    }

    /// Prints statements, each on lines of its own, with the comments before each.
    ///
    /// - Parameter end: where what follows the statements begins.
    func print(_ statements: [Statement], before end: Int, on printer: inout Printer) {
        for (index, statement) in statements.enumerated() {
            let span = statement.span
            printer.printComments(before: span.start)
            if hasEmptyLine(before: span.start) { printer.printEmptyLine() }
            let following = index + 1 < statements.count ? statements[index + 1].span.start : end
            if print(nested: statement, before: following, on: &printer) { continue }
            let hasComments = printer.hasComment(in: span.start..<span.end)
            if printer.level == 0, !hasComments {
                printKnown(statement, before: following, on: &printer)
            } else {
                printer.print(whole(statement, hasComments), endingAt: span.end, before: following)
            }
        }
    }

    /// Prints a statement at the top of the script without comments in it: its form depends on nothing but its words.
    private func printKnown(_ statement: Statement, before following: Int, on printer: inout Printer) {
        let text = source.text(of: statement.span)
        if let form = memory.form(of: text) {
            return printer.print(form: form, endingAt: statement.span.end, before: following)
        }
        let form = printer.print(whole(statement, false), endingAt: statement.span.end, before: following)
        memory.note(form, of: text)
    }

    /// A statement, and what parts it from the next line where it wants more.
    private func whole(_ statement: Statement, _ hasComments: Bool) -> Document {
        let document = document(statement, hasComments: hasComments)
        return wantsMore(statement) ? .sequence([document, .word(";")]) : document
    }

    /// Whether a statement ends with a word behind which the language goes on with the next line: an option without its value.
    private func wantsMore(_ statement: Statement) -> Bool {
        if case .help = statement.kind { return false }
        let end = statement.span.end
        let start = source.bytes[..<end].lastIndex { !Lexer.continuesName($0) }.map { $0 + 1 } ?? 0
        return Keyword(spelling: source.bytes[start..<end])?.cannotEnd ?? false
    }

    /// Whether an empty line stands right before an offset.
    private func hasEmptyLine(before offset: Int) -> Bool {
        var breaks = 0
        var place = offset
        while place > 0, breaks < 2 {
            place -= 1
            switch source.bytes[place] {
            case UInt8(ascii: "\n"): breaks += 1
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: ";"): break
            default: return false
            }
        }
        return breaks > 1
    }

    // MARK: Statements

    private func document(_ statement: Statement, hasComments: Bool) -> Document {
        let start = statement.span.start
        switch statement.kind {
        case .edition(let year): return .sequence([.text("edition ", at: start), document(year)])
        case .use(let use): return document(use, start)
        case .let(let constant): return document(constant, start)
        case .set(let name, let value):
            return .sequence([.text("set ", at: start), document(name), .word(" "), document(value)])
        case .for, .if, .def, .test: preconditionFailure("statements with blocks print themselves")
        case .attribute(let attribute): return document(attribute, start)
        case .help(let help):
            let topic: [Document] = help.topic.map { [.word(" "), document($0)] } ?? []
            return .sequence([.text("help", at: start)] + topic)
        case .declaration(let declaration): return document(declaration, start)
        case .cohort(let cohort): return document(cohort, statement.span, isBlock: hasComments)
        case .sample(let subject, let options):
            return .group([.text("sample ", at: start), document(subject), clauses([with(options)])])
        case .audit(let audit): return document(audit, start)
        case .report(let report): return document(report, start)
        case .compare(let compare): return document(compare, start)
        case .plot(let plot): return document(plot, start)
        case .gate(let gate): return document(gate, start)
        case .export(let export): return document(export, start)
        case .print(let values):
            return .group([.text("print ", at: start), .indent([.list(values.map(document))])])
        case .expression(let expression): return .group([document(expression)])
        case .reserved(let keyword): return .text(keyword.rawValue, at: start)
        }
    }

    private func document(_ use: UseStatement, _ start: Int) -> Document {
        let target: Document =
            switch use.target {
            case .file(let literal): document(literal)
            case .module(let path): document(path)
            }
        let alias: [Document] = use.alias.map { [.word(" as "), document($0)] } ?? []
        return .sequence([.text("use ", at: start), target] + alias)
    }

    func document(_ type: TypeSyntax) -> Document {
        .text(type.text, at: type.span.start)
    }

    private func document(_ constant: LetStatement, _ start: Int) -> Document {
        let type: [Document] = constant.type.map { [.word(": "), document($0)] } ?? []
        let head: [Document] = [.text("let ", at: start), document(constant.name)] + type + [.word(" = ")]
        return .sequence(head + [condition(constant.value)])
    }

    private func document(_ declaration: Declaration, _ start: Int) -> Document {
        let head: [Document] = [
            .text(declaration.kind.rawValue + " ", at: start), document(declaration.name), .word(" = "),
            document(declaration.source),
        ]
        guard !declaration.options.isEmpty else { return .sequence(head) }
        return .group(head + [.word(" with"), .indent([.line, .list(declaration.options.map(document))])])
    }

    private func document(_ source: DeclarationSource) -> Document {
        switch source {
        case .file(let literal): document(literal)
        case .named(let path, let arguments, _):
            .sequence([document(path)] + (arguments.map { [document($0)] } ?? []))
        }
    }

    private func document(_ topic: HelpStatement.Topic) -> Document {
        switch topic {
        case .text(let literal): document(literal)
        case .path(let path): document(path)
        }
    }

    private func document(_ attribute: AttributeStatement, _ start: Int) -> Document {
        let domain: [Document] =
            switch attribute.domain {
            case .words(let words): [.word("enum "), document(words)]
            case .years(let range): [.word("years "), document(range)]
            case .fitzpatrick: [.word("fst")]
            case .number(let range): [.word("number")] + (range.map { [.word(" "), document($0)] } ?? [])
            }
        let head: [Document] = [.text("attribute ", at: start), document(attribute.name), .word(" = ")]
        guard !attribute.options.isEmpty else { return .sequence(head + domain) }
        return .group(
            head + domain + [.word(" with"), .indent([.line, .list(attribute.options.map(document))])])
    }

    /// The clauses of a statement, each on its own line where they do not fit on one.
    func clauses(_ parts: [Document?]) -> Document {
        .indent(parts.compactMap { $0 }.flatMap { [.line, $0] })
    }

    /// `with` and its options, nil without.
    func with(_ options: [OptionSyntax]) -> Document? {
        options.isEmpty ? nil : .group([.word("with "), .indent([.list(options.map(document))])])
    }

    func document(_ option: OptionSyntax) -> Document {
        .joined([document(option.name)] + option.values.map(document), by: [.word(" ")])
    }

    private func document(_ audit: AuditStatement, _ start: Int) -> Document {
        let name: [Document] = audit.name.map { [document($0), .word(" = ")] } ?? []
        let classifiers: Document =
            switch audit.classifiers {
            case .all(let span): .text("all", at: span.start)
            case .named(let paths): .group([.indent([.list(paths.map(document))])])
            }
        let subjects = audit.subjects.isEmpty ? nil : tagged("on ", audit.subjects.map(document))
        return .group(
            [.text("audit ", at: start)] + name + [classifiers, clauses([subjects, with(audit.options)])])
    }

    private func document(_ report: ReportStatement, _ start: Int) -> Document {
        let groups = report.groups.isEmpty ? nil : tagged("by ", report.groups.map(document))
        let subjects = report.subjects.isEmpty ? nil : tagged("of ", report.subjects.map(document))
        return .group([
            .text("report ", at: start), .group([.indent([.list(report.metrics.map(document))])]),
            clauses([groups, subjects, with(report.options)]),
        ])
    }

    private func document(_ compare: CompareStatement, _ start: Int) -> Document {
        let sides = Document.joined(compare.sides.map(document), by: [.line, .word("vs ")])
        let groups = compare.groups.isEmpty ? nil : tagged("by ", compare.groups.map(document))
        return .group([
            .text("compare ", at: start), .group([.indent([sides])]),
            clauses([tagged("of ", compare.metrics.map(document)), groups, with(compare.options)]),
        ])
    }

    /// A word and a list behind it.
    func tagged(_ word: String, _ parts: [Document]) -> Document {
        .group([.word(word), .indent([.list(parts)])])
    }

    private func document(_ plot: PlotStatement, _ start: Int) -> Document {
        let metrics: [Document] = plot.metrics.isEmpty ? [] : [.word(" "), .list(plot.metrics.map(document))]
        return .group(
            [.text("plot ", at: start), document(plot.kind)] + metrics + [clauses(plot.clauses.map(document))]
        )
    }

    private func document(_ clause: PlotClause) -> Document {
        let start = clause.span.start
        switch clause.kind {
        case .by(let groups): return tagged("by ", groups.map(document))
        case .of(let path): return .sequence([.text("of ", at: start), document(path)])
        case .rows(let group): return .sequence([.text("rows ", at: start), document(group)])
        case .columns(let group): return .sequence([.text("columns ", at: start), document(group)])
        case .to(let literal): return .sequence([.text("to ", at: start), document(literal)])
        case .options(let options): return with(options) ?? .sequence([])
        }
    }

    private func document(_ gate: GateStatement, _ start: Int) -> Document {
        let reason: Document? = gate.reason.map { .sequence([.word("because "), document($0)]) }
        return .group([
            .text(gate.isRequired ? "require " : "expect ", at: start), condition(gate.condition),
            clauses([reason]),
        ])
    }

    private func document(_ export: ExportStatement, _ start: Int) -> Document {
        let format: [Document] = export.format.map { [.word(" as "), document($0)] } ?? []
        let path = Document.sequence([.word("to "), document(export.path)] + format)
        return .group([
            .text("export ", at: start), .group([.indent([.list(export.items.map(document))])]),
            clauses([path]),
        ])
    }
}
