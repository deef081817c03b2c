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
        let path = located(try text(of: literal), literal)
        let chain = [mainFile ?? PathText.name(of: source.name)] + usedFiles
        if let start = chain.firstIndex(of: path) {
            throw fail(
                Diagnostic(
                    "E0305", "`\(path)` uses itself", at: literal.span,
                    label: (chain[start...] + [path]).joined(separator: " -> ")))
        }
        guard usedFiles.count < Self.deepestUse else {
            throw fail(
                Diagnostic(
                    "E0305", "more than \(Self.deepestUse) files use each other in a row", at: literal.span))
        }
        let bytes: [UInt8]
        do {
            bytes = try schema.script(at: path)
        } catch {
            throw fail(Diagnostic("E0318", "cannot use `\(path)`", at: literal.span, label: error.reason))
        }
        let file = try checkFile(
            path, bytes, use.alias, in: PathText.folder(of: path), at: literal.span)
        return try take(file, path, use.alias, literal.span)
    }

    /// Checks `use derm.ham10000`: binds what the module of the standard library binds.
    private mutating func checkModule(
        _ path: NamePath, _ use: UseStatement
    ) throws(CheckFailure) -> [CheckedStatement.Action] {
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
        return try take(
            try checkFile(path.text, found, use.alias, in: "", at: path.span), path.text, use.alias, path.span
        )
    }

    /// Takes over what a file binds: under its own names, or behind the alias and a dot.
    ///
    /// - Returns: what the program must know of it: its data sets, cohorts and audits.
    private mutating func take(
        _ file: CheckEnvironment, _ path: String, _ alias: Name?, _ span: SourceSpan
    ) throws(CheckFailure) -> [CheckedStatement.Action] {
        let prefix = alias.map { $0.text + "." } ?? ""
        if let alias { notes.note(.bound(BindingPlace(span: alias.span)), at: alias.span) }
        var actions: [CheckedStatement.Action] = []
        for (name, entry) in file.entries.sorted(by: { $0.key < $1.key }) where !name.hasPrefix("_") {
            if let earlier = environment.entries[prefix + name] {
                if earlier.origin == entry.origin || environment.allowsRebinding { continue }
                throw fail(clash(name, path, earlier, span))
            }
            environment.entries[prefix + name] = CheckEnvironment.Entry(
                binding: entry.binding, span: nil, origin: entry.origin, alias: alias?.span,
                documentation: entry.documentation)
            boundNames.append(prefix + name)
            actions += [entry.binding.declaration].compactMap { $0 }
        }
        for (name, entry) in file.made {
            environment.made[name] = CheckEnvironment.Entry(
                binding: entry.binding, span: nil, origin: entry.origin)
            madeNames.append(name)
        }
        take(file.attributes)
        return actions
    }

    private func clash(
        _ name: String, _ path: String, _ earlier: CheckEnvironment.Entry, _ span: SourceSpan
    ) -> Diagnostic {
        let alias = path.split { $0 == "/" || $0 == "." }.last { $0 != "audit" } ?? "other"
        let place = earlier.origin?.file.map { " of `\($0)`" } ?? ""
        return Diagnostic(
            "E0307",
            "`\(path)` binds `\(name)`, which is the name of \(earlier.binding.phrase)\(place) already",
            at: span, secondary: earlier.span.map { [Label($0, "bound here")] } ?? [],
            helps: ["give it an alias: `use ... as \(alias)`, then `\(alias).\(name)`"])
    }

    private mutating func checkFile(
        _ path: String, _ bytes: [UInt8], _ alias: Name?, in folder: String, at span: SourceSpan
    ) throws(CheckFailure) -> CheckEnvironment {
        let file = Source(name: path, bytes: bytes)
        let script = Parser.parse(file)
        var checker = Checker(
            source: file, catalogue: catalogue, schema: schema, isPedantic: false,
            environment: CheckEnvironment(), definitions: [])
        checker.diagnostics = script.diagnostics
        checker.usedFiles = usedFiles + [path]
        checker.mainFile = mainFile ?? PathText.name(of: source.name)
        checker.broken = script.unreadNames
        checker.environment.edition = environment.edition ?? catalogue.editions.last
        checker.environment.settings = environment.settings
        checker.environment.folder = folder
        let spaces = [environment.space, alias?.text].compactMap { $0 }
        checker.environment.space = spaces.isEmpty ? nil : spaces.joined(separator: ".")
        for statement in script.statements { checker.check(statement) }
        checker.nameOrigins(path)
        guard let first = checker.diagnostics.first(where: { $0.severity == .error }) else {
            return checker.environment
        }
        // A circle is one mistake, wherever in it one stands.
        if first.code == "E0305", first.primary.text.contains(" -> ") {
            throw fail(
                Diagnostic(
                    "E0305", first.message, at: span, label: first.primary.text, notes: [file.placed(first)]))
        }
        throw fail(
            Diagnostic(
                "E0318", "cannot use `\(path)`: it has errors", at: span,
                notes: [file.placed(first)] + first.notes.suffix(first.code == "E0318" ? 1 : 0)))
    }
}

extension CheckEnvironment.Binding {
    /// What a program must know of a thing that another file declares; nil where those who use it carry it.
    fileprivate var declaration: CheckedStatement.Action? {
        switch self {
        case .dataset(let dataset): .dataset(dataset)
        case .cohort(let cohort): .cohort(cohort)
        case .audit(let audit): .audit(audit)
        default: nil
        }
    }
}
