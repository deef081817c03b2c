import Diagnostics
import Syntax

/// Gathers what the statements of a script declare.
struct ScriptReader {
    /// The script's text.
    let source: Source
    /// The names after its last statement.
    let environment: CheckEnvironment

    /// What the statements declare.
    func documentation(of statements: [Statement], named name: String) -> ScriptDocumentation {
        var items: [DocumentedItem] = []
        var previous: (line: Int, noun: String)?
        for statement in statements {
            guard let (noun, bound) = Self.declared(by: statement), !bound.hasPrefix("_") else {
                previous = nil
                continue
            }
            let own = source.documentation(before: statement.span.start)
            let start = source.line(of: statement.span.start)
            let continues = own == nil && previous.map { $0.line + 1 == start && $0.noun == noun } ?? false
            let declaration = declaration(statement, bound)
            items.append(
                DocumentedItem(
                    noun: noun, name: bound, declaration: declaration,
                    facts: facts(noun, bound, declaration),
                    documentation: own ?? (continues ? items.last?.documentation : nil),
                    continuesPrevious: continues))
            previous = (source.line(of: statement.span.end), noun)
        }
        let head = head(before: statements)
        return ScriptDocumentation(
            name: name, summary: head ?? items.first?.documentation, summaryIsOfFirst: head == nil,
            items: items,
            uses: statements.compactMap(used), tests: statements.compactMap(test))
    }

    /// What a statement declares, and under which name; nil for one that acts.
    private static func declared(by statement: Statement) -> (noun: String, name: String)? {
        switch statement.kind {
        case .def(let function): ("function", function.name.text)
        case .let(let constant): ("constant", constant.name.text)
        case .attribute(let attribute): ("attribute", attribute.name.text)
        case .declaration(let declaration): (declaration.kind.rawValue, declaration.name.text)
        case .cohort(let cohort): cohort.name.map { ("cohort", $0.text) }
        case .audit(let audit): audit.name.map { ("audit", $0.text) }
        default: nil
        }
    }

    /// How a function is called; any other statement as the formatter writes it.
    private func declaration(_ statement: Statement, _ name: String) -> String {
        if case .function(let function)? = environment.binding(of: name) {
            return "def \(function.signature)"
        }
        let text = source.text(of: statement.span)
        return (Formatter.format(Source(name: source.name, text: text)) ?? text).trimmingLineEnds
    }

    /// What the checker knows that the declaration does not say.
    private func facts(_ noun: String, _ name: String, _ declaration: String) -> [String] {
        if noun == "attribute", let attribute = environment.attributes.last(where: { $0.name == name }) {
            return [attribute.title]
                + Documentation.topic(attribute).facts.map { "\($0.label): \($0.markdown)" }
        }
        return switch environment.binding(of: name) {
        case .cohort(let cohort)?: [cohort.variedSize]
        case .constant(let value)? where !declaration.contains(value.shown):
            ["\(value.typeName) \(CheckEnvironment.Binding.short(value.shown))"]
        case .schema?:
            ["schema: `dataset d = \(name)(\"FOLDER\", \"TABLE.csv\")`, or `\(name)(\"PREDICTIONS.csv\")`"]
        case .audit?, .dataset?: [environment.binding(of: name)?.facts ?? ""]
        default: []
        }
    }

    /// The comment at the head: the first one, unless a declaration stands right behind it.
    private func head(before statements: [Statement]) -> String? {
        let firstEnd = statements.first { Self.declared(by: $0) != nil }
        let limit = firstEnd.map { source.line(of: $0.span.start) } ?? source.lineStarts.count + 1
        var lines: [Int] = []
        for number in 1..<max(1, limit) {
            let isComment = source.line(number).drop { $0 == " " || $0 == "\t" }.hasPrefix("##")
            if isComment { lines.append(number) } else if !lines.isEmpty { break }
        }
        guard let last = lines.last, last + 1 < limit else { return nil }
        let below = source.lineStarts.indices.contains(last) ? source.lineStarts[last] : source.bytes.count
        return source.documentation(before: below)
    }

    private func used(_ statement: Statement) -> String? {
        guard case .use(let use) = statement.kind else { return nil }
        let alias = use.alias.map { " as \($0.text)" } ?? ""
        return switch use.target {
        case .file(let literal): source.text(of: literal.span) + alias
        case .module(let path): path.text + alias
        }
    }

    private func test(_ statement: Statement) -> ScriptDocumentation.Test? {
        guard case .test(let test) = statement.kind else { return nil }
        let quoted = source.text(of: test.title.span)
        return ScriptDocumentation.Test(
            title: String(quoted.dropFirst().dropLast()),
            documentation: source.documentation(before: statement.span.start))
    }
}
