import Diagnostics
import Syntax

extension Checker {
    /// Checks a `test` block: apart from the script's results, on drawn lesions unless it says otherwise.
    ///
    /// What the script declares before it is in sight; what the block makes is not, behind it.
    mutating func checkTest(_ statement: TestStatement, _ span: SourceSpan) throws(CheckFailure) {
        let title = try text(of: statement.title)
        if tests.contains(where: { $0.title == title }) {
            throw fail(
                Diagnostic(
                    "E0307", "there is a test `\(title)` already", at: statement.title.span,
                    helps: ["results are told apart by the titles of tests"]))
        }
        let before = statements
        statements = before.filter(\.action.isDeclaration)
        let declared = statements.count
        isTesting = true
        defer {
            statements = before
            isTesting = false
        }
        try within("test \(tests.count + 1)") { checker throws(CheckFailure) in
            checker.environment.defaultGenerator = "phantom"
            guard checker.check(statement.body) else { throw checker.failSilently() }
        }
        if statements.dropFirst(declared).allSatisfy(\.action.isDeclaration) {
            report(
                Diagnostic(
                    "W1216", "this test asks nothing", at: statement.title.span,
                    label: "it passes whatever happens", helps: ["write a gate: `require ...`"]))
        }
        tests.append(TestDescription(title: title, statements: statements, span: span))
    }
}

extension CheckedStatement.Action {
    /// Whether it only says what something is; effects of later statements pull on it.
    package var isDeclaration: Bool {
        switch self {
        case .setting, .constant, .generator, .classifier, .dataset, .schema, .cohort, .audit: true
        case .sample, .report, .compare, .plot, .export, .print, .gate, .help: false
        }
    }
}
