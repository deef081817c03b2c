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
            return try checkModule(path, use)
        }
        if let alias = use.alias { throw fail(notYet("`use ... as`", alias.span)) }
        let path = try text(of: literal)
        if usedFiles.contains(path) || usedFiles.count >= Self.deepestUse {
            throw fail(
                Diagnostic(
                    "E0305", "`\(path)` uses itself", at: literal.span,
                    label: (usedFiles + [path]).joined(separator: " -> ")))
        }
        let bytes: [UInt8]
        do {
            bytes = try schema.script(at: path)
        } catch {
            throw fail(Diagnostic("E0318", "cannot use `\(path)`", at: literal.span, label: error.reason))
        }
        take(try checkFile(path, bytes, at: literal.span))
        return []
    }

    /// Checks `use derm.ham10000`: binds what the module of the standard library binds.
    private mutating func checkModule(
        _ path: NamePath, _ use: UseStatement
    ) throws(CheckFailure) -> [CheckedStatement.Action] {
        if let alias = use.alias { throw fail(notYet("`use ... as`", alias.span)) }
        let found: [UInt8]?
        do {
            found = try schema.module(named: path.text)
        } catch {
            throw fail(Diagnostic("E0318", "cannot use `\(path.text)`", at: path.span, label: error.reason))
        }
        guard let found else {
            throw fail(
                unknown(
                    "E0318", "module", path.text, path.span, among: schema.moduleNames,
                    helps: ["a file is used by its name in quotes: `use \"lib/mine.audit\"`"]))
        }
        take(try checkFile(path.text, found, at: path.span))
        return []
    }

    /// Takes over what a file binds, except what is bound already.
    private mutating func take(_ result: CheckResult) {
        for (name, entry) in result.environment.entries.sorted(by: { $0.key < $1.key })
        where environment.entries[name] == nil {
            environment.entries[name] = CheckEnvironment.Entry(
                binding: entry.binding, span: nil, origin: entry.origin)
        }
    }

    private mutating func checkFile(
        _ path: String, _ bytes: [UInt8], at span: SourceSpan
    ) throws(CheckFailure) -> CheckResult {
        let file = Source(name: path, bytes: bytes)
        let script = Parser.parse(file)
        var checker = Checker(
            source: file, catalogue: catalogue, schema: schema, isPedantic: false,
            environment: CheckEnvironment(), definitions: [])
        checker.diagnostics = script.diagnostics
        checker.usedFiles = usedFiles + [path]
        checker.environment.edition = environment.edition ?? catalogue.editions.last
        for statement in script.statements { checker.check(statement) }
        checker.nameOrigins(path)
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
