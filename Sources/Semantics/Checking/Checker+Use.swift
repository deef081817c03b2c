import Diagnostics
import Syntax

extension Checker {
    /// The most files that may use each other in a row.
    private static let deepestUse = 16

    /// Checks `use "file"` or `use derm.ham10000`: binds what the file or module binds, under the alias where one is given.
    ///
    /// What is used may declare, not act: its `let`s, generators, classifiers, data sets and cohorts are taken over.
    mutating func checkUse(_ use: UseStatement) throws(CheckFailure) -> [CheckedStatement.Action] {
        let (path, folder, span) = try target(of: use)
        try noteWrittenOut(at: span)
        let chain = [mainFile ?? PathText.name(of: source.name)] + usedFiles
        if let start = chain.firstIndex(of: path) {
            throw fail(
                Diagnostic(
                    "E0305", "`\(path)` uses itself", at: span,
                    label: (chain[start...] + [path]).joined(separator: " -> ")))
        }
        guard usedFiles.count < Self.deepestUse else {
            throw fail(
                Diagnostic("E0305", "more than \(Self.deepestUse) files use each other in a row", at: span))
        }
        let isNew = takenFiles.insert([path, use.alias?.text ?? ""]).inserted
        var actions: [CheckedStatement.Action] = []
        if isNew {
            let file = try checkFile(
                path, try bytes(of: use, at: path, span), use.alias, in: folder, at: span)
            actions = try take(file, path, use.alias, span)
        }
        if let alias = use.alias { notes.note(.bound(BindingPlace(span: alias.span)), at: alias.span) }
        return actions
    }

    /// What a statement uses: the path of a file as seen from the script, or the name of a module; the folder that its own
    /// paths begin at; and where the statement says so.
    private mutating func target(
        of use: UseStatement
    ) throws(CheckFailure) -> (path: String, folder: String, span: SourceSpan) {
        switch use.target {
        case .module(let path): return (path.text, "", path.span)
        case .file(let literal):
            let path = located(try text(of: literal), literal)
            return (path, PathText.folder(of: path), literal.span)
        }
    }

    /// The bytes of what a statement uses.
    private mutating func bytes(
        of use: UseStatement, at path: String, _ span: SourceSpan
    ) throws(CheckFailure) -> [UInt8] {
        do {
            switch use.target {
            case .file: return try schema.script(at: path)
            case .module:
                if let module = try schema.module(named: path) { return module }
                report(
                    unknown(
                        "E0318", "module", path, span, among: schema.moduleNames,
                        helps: ["a file is used by its name in quotes: `use \"lib/mine.audit\"`"]))
            }
        } catch {
            report(Diagnostic("E0318", "cannot use `\(path)`", at: span, label: error.reason))
        }
        throw failSilently()
    }

    /// Takes over what a file binds: under its own names, or behind the alias and a dot.
    ///
    /// - Returns: what the program must know of it: its data sets, cohorts and audits.
    private mutating func take(
        _ file: CheckEnvironment, _ path: String, _ alias: Name?, _ span: SourceSpan
    ) throws(CheckFailure) -> [CheckedStatement.Action] {
        let prefix = alias.map { $0.text + "." } ?? ""
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
        checker.findings = Findings(script.diagnostics)
        checker.usedFiles = usedFiles + [path]
        checker.mainFile = mainFile ?? PathText.name(of: source.name)
        checker.broken = script.unreadNames
        checker.environment.edition = environment.edition ?? catalogue.editions.last
        checker.environment.settings = environment.settings
        checker.environment.folder = folder
        let spaces = [environment.space, alias?.text].compactMap { $0 }
        checker.environment.space = spaces.isEmpty ? nil : spaces.joined(separator: ".")
        // Files that use each other many times over become as long as one script may be, and no longer.
        checker.writtenOut = writtenOut
        for statement in script.statements where !checker.isTooLong { checker.check(statement) }
        writtenOut = checker.writtenOut
        checker.nameOrigins(path)
        guard let first = checker.findings.kept.first(where: { $0.severity == .error }) else {
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
