import Diagnostics
import Syntax

/// Resolves the names of a script, checks its types, domains and metric needs, and fills in defaults. Nothing is computed.
public struct Checker {
    var source: Source
    var catalogue: Catalogue
    let schema: any SchemaProvider
    /// Whether statistical lint is wanted.
    let isPedantic: Bool
    var environment: CheckEnvironment
    var definitions: [Definition]
    var usedDefinitions: Set<String> = []
    var statements: [CheckedStatement] = []
    /// The statements as written.
    var texts: [String] = []
    /// The tests so far.
    var tests: [TestDescription] = []
    /// What was found so far.
    var findings = Findings()
    /// Names whose statements made no sense, so that their uses are not reported again.
    var broken: Set<String> = []
    /// Whether `{sex}` in text is left for the prompt that the text may become.
    var keepsAttributesInText = false
    /// The bare words in options that were taken for the constants of these names.
    var wordsOfConstants: [Name] = []
    /// What the words of the source mean.
    var notes = NameNotes()
    /// The doc comment before the statement at hand.
    var documentation: String?
    /// How many blocks are open around the statement at hand.
    var blockDepth = 0
    /// How many statements, passes of loops and calls the script has become so far.
    var writtenOut = 0
    /// The names of the functions that are being written out, outermost first.
    var calling: [String] = []
    /// Whether a test block is being checked.
    var isTesting = false
    /// The sizes of images and classifiers of which was told that they differ.
    var lintedSizes: Set<String> = []
    /// Whether it was told that the script becomes too long.
    var isTooLong = false
    /// The files being used, from the script inward.
    var usedFiles: [String] = []
    /// The file name of the script where this is a file that it uses; nil in the script itself.
    var mainFile: String?
    /// The files and modules whose names were taken over, each with the alias or nothing.
    var takenFiles: Set<[String]> = []
    /// What results without a name are named by while a script is rechecked; nil where they are numbered.
    var resultAnchor: ResultAnchor?
    /// The names that were bound since the chunk at hand began, some of them in blocks that have ended.
    var boundNames: [String] = []
    /// The names of what results come from that was made since then.
    var madeNames: [String] = []

    /// Checks a script, or in a REPL the next statements of one.
    ///
    /// - Parameters:
    ///   - schema: answers questions about the files that the script names.
    ///   - definitions: values for `let`s at the top of the script.
    ///   - environment: the names that earlier statements have bound.
    ///   - isPedantic: whether statistical lint is wanted.
    public static func check(
        source: Source, catalogue: Catalogue = .standard, schema: any SchemaProvider,
        definitions: [Definition] = [],
        environment: CheckEnvironment = CheckEnvironment(), isPedantic: Bool = false
    ) -> CheckResult {
        check(
            script: Parser.parse(source), catalogue: catalogue, schema: schema, definitions: definitions,
            environment: environment, isPedantic: isPedantic, looksAtWrittenFiles: true)
    }

    /// Checks a script that is parsed already.
    ///
    /// - Parameter looksAtWrittenFiles: whether is told what the script writes over; a recheck, which sees parts, cannot.
    package static func check(
        script: Script, catalogue: Catalogue = .standard, schema: any SchemaProvider,
        definitions: [Definition] = [],
        environment: CheckEnvironment = CheckEnvironment(), isPedantic: Bool = false,
        looksAtWrittenFiles: Bool = false
    ) -> CheckResult {
        var checker = Checker(
            source: script.lexed.source, catalogue: catalogue, schema: schema, isPedantic: isPedantic,
            environment: environment,
            definitions: definitions)
        checker.catalogue.attributes += environment.attributes
        checker.broken = script.unreadNames
        checker.findings = Findings(script.diagnostics)
        checker.run(script)
        if looksAtWrittenFiles { checker.checkWrittenFiles() }
        return checker.result(before: environment)
    }

    /// Checks the statements in order and, at the end, what concerns the whole.
    private mutating func run(_ script: Script) {
        for statement in script.statements where !isTooLong { check(statement) }
        texts = script.statements.map { source.text(of: $0.span) }
        if let finding = editionFinding(script) { report(finding) }
        lintLateGates()
        for definition in definitions where !usedDefinitions.contains(definition.name) {
            let lets = environment.entries.filter {
                if case .constant = $0.value.binding { true } else { false }
            }.keys
            let nearest = Suggestion.nearest(to: definition.name, among: lets.sorted())
            report(
                Diagnostic(
                    "E0316", "`-D \(definition.name)=\(definition.text)` names no `let` of this script",
                    at: SourceSpan(0, 0), label: nearest.map { "did you mean `\($0)`?" } ?? "",
                    helps: lets.isEmpty ? [] : ["it may set \(Words.list(lets.sorted()))"]))
        }
    }

    /// The warning of a script, not of a line in a REPL, that pins no edition.
    func editionFinding(_ script: Script) -> Diagnostic? {
        guard environment.edition == nil, !environment.allowsRebinding, let first = script.lexed.tokens.first,
            first.kind != .keyword(.edition)
        else {
            return nil
        }
        let newest = catalogue.editions.last ?? 0
        let start = Int(first.start)
        return Diagnostic(
            "W1001", "this script pins no edition", at: SourceSpan(start, start),
            helps: ["a script beside a paper should begin with `edition \(newest)`"],
            edits: [EditionLine(of: script).edit(to: newest)])
    }

    private mutating func result(before: CheckEnvironment) -> CheckResult {
        notes.sort()
        let index = NameIndex(notes)
        let found = findings.told
        if found.contains(where: { $0.severity == .error }) {
            return CheckResult(
                program: nil, diagnostics: found, environment: before, index: index, sound: statements)
        }
        let program = CheckedProgram(
            edition: environment.edition ?? catalogue.editions.last ?? 0,
            pinsEdition: environment.edition != nil,
            settings: environment.settings, statements: statements, texts: texts, tests: tests,
            made: environment.made.mapValues(\.binding))
        return CheckResult(
            program: program, diagnostics: found, environment: environment, index: index, sound: statements)
    }

    // MARK: Findings

    /// Takes note of a finding.
    mutating func report(_ diagnostic: Diagnostic) {
        findings.add(diagnostic)
    }

    /// Takes note of a finding and gives up the part at hand.
    mutating func fail(_ diagnostic: Diagnostic) -> CheckFailure {
        report(diagnostic)
        return CheckFailure()
    }

    /// Gives up silently: what is wrong was reported where it was written.
    func failSilently() -> CheckFailure {
        CheckFailure()
    }
}
