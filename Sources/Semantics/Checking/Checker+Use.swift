import Diagnostics
import Syntax

extension Checker {
    /// The most files that may use each other in a row.
    private static let deepestUse = 16

    /// Checks `use "file"`: binds what the file binds, under the alias where one is given.
    ///
    /// A file that is used may declare, not act: its `let`s, generators, classifiers, data sets and cohorts are taken over.
    mutating func checkUse(_ use: UseStatement) throws(CheckFailure) -> [CheckedStatement.Action] {
        guard case .file(let literal) = use.target else {
            guard case .module(let path) = use.target else { return [] }
            throw fail(
                Diagnostic(
                    "E0318", "no module `\(path.text)`", at: path.span, label: "this version has none",
                    helps: ["a file is used by its name in quotes: `use \"lib/mine.audit\"`"]))
        }
        if let alias = use.alias { throw fail(notYet("`use ... as`", alias.span)) }
        let path = try text(of: literal)
        if usedFiles.contains(path) || usedFiles.count >= Self.deepestUse {
            throw fail(
                Diagnostic(
                    "E0305", "`\(path)` uses itself", at: literal.span,
                    label: (usedFiles + [path]).joined(separator: " -> ")))
        }
        let result = try checkFile(path, at: literal.span)
        for (name, entry) in result.environment.entries.sorted(by: { $0.key < $1.key })
        where environment.entries[name] == nil {
            environment.entries[name] = CheckEnvironment.Entry(binding: entry.binding, span: nil)
        }
        return []
    }

    private mutating func checkFile(_ path: String, at span: SourceSpan) throws(CheckFailure) -> CheckResult {
        let bytes: [UInt8]
        do {
            bytes = try schema.script(at: path)
        } catch {
            throw fail(Diagnostic("E0318", "cannot use `\(path)`", at: span, label: error.reason))
        }
        let file = Source(name: path, bytes: bytes)
        let script = Parser.parse(file)
        var checker = Checker(
            source: file, catalogue: catalogue, schema: schema, isPedantic: false,
            environment: CheckEnvironment(), definitions: [])
        checker.diagnostics = script.diagnostics
        checker.usedFiles = usedFiles + [path]
        checker.environment.edition = environment.edition ?? catalogue.editions.last
        for statement in script.statements { checker.check(statement) }
        guard let first = checker.diagnostics.first(where: { $0.severity == .error }) else {
            return CheckResult(program: nil, diagnostics: [], environment: checker.environment)
        }
        let place = file.position(of: first.primary.span.start)
        throw fail(
            Diagnostic(
                "E0318", "cannot use `\(path)`: it has errors", at: span,
                notes: ["\(path):\(place.line):\(place.column): \(first.message) [\(first.code)]"]))
    }
}
