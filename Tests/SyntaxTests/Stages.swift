import Diagnostics
import Semantics

@testable import Syntax

/// What every stage makes of a source, as text.
enum Stages {
    /// The stages in order; empty text where a stage does not apply.
    static func run(_ text: String) -> [(title: String, text: String)] {
        let source = Source(name: "case.audit", text: text)
        let script = Parser.parse(source)
        let checked = Checker.check(source: source, schema: CaseSchema())
        return [
            ("tokens", tokens(script.lexed)),
            ("tree", TreeDump.text(script)),
            ("formatted", Formatter.format(source) ?? ""),
            ("diagnostics", TerminalRenderer().render(checked.diagnostics, in: source)),
            ("plan", plan(checked, source)),
        ]
    }

    /// The plan of a program, and why it is over budget where it is.
    private static func plan(_ checked: CheckResult, _ source: Source) -> String {
        guard let program = checked.program else { return "" }
        let plan = Plan(program, name: source.name, cost: CaseCosts.large)
        let finding = (plan.overBudget() ?? plan.overMemory()).map {
            "\n" + TerminalRenderer().render($0, in: source)
        }
        return plan.text + (finding ?? "")
    }

    /// The kinds of the tokens; a new line where a line break separates.
    private static func tokens(_ lexed: LexedSource) -> String {
        lexed.tokens.map { ($0.startsItem ? "\n" : " ") + name($0, lexed) }.joined().drop {
            $0 == "\n" || $0 == " "
        } + "\n"
    }

    private static func name(_ token: Token, _ lexed: LexedSource) -> String {
        switch token.kind {
        case .keyword(let keyword): keyword.rawValue.uppercased()
        case .mark(let mark): mark.rawValue
        case .end: "end"
        default: "\(token.kind):\(lexed.text(of: token))"
        }
    }
}
