import Diagnostics
import Foundation
import Provenance
import Runtime
import Semantics
import Syntax

extension ReadEvalLoop {
    /// `:doc dp`: the documentation of a word.
    func explain(_ topic: String) {
        if let text = guide.text(for: topic) { return console.notice(text) }
        let nearest = topic.isEmpty ? nil : guide.nearest(to: topic)
        console.notice(
            topic.isEmpty
                ? guide.overview
                : "nothing is known of `\(topic)`" + (nearest.map { ": did you mean `\($0)`?" } ?? ""))
    }

    /// What is known of words, those of the session included.
    private var guide: Documentation {
        Documentation(
            catalogue: catalogue, environment: environment, library: FolderSchema(folder: folder))
    }

    /// `:type dp by age`: what a name or an expression is.
    func tellType(of text: String) {
        guard !text.isEmpty else { return console.notice(":type needs a name or an expression") }
        let name = bound(text)
        if let binding = environment.binding(of: name) {
            return console.notice(binding.description(named: name))
        }
        let source = Source(name: "<:type>", text: "print " + text)
        let result = check(source)
        let errors = result.diagnostics.filter { $0.severity == .error }
        guard let action = result.program?.statements.last?.action, case .print(let values) = action else {
            return tell(errors, in: source)
        }
        for value in values { console.notice(value.typePhrase(catalogue)) }
    }

    /// `:plan report dp by age`, `:plan it.cohort with n 100`: what it would cost.
    func plan(_ text: String) async {
        let words = Lexer.lex(Source(name: "<:plan>", text: text))
        let isStatement = if case .keyword? = words.tokens.first?.kind { true } else { false }
        let statement = text.isEmpty ? "sample (it.cohort)" : isStatement ? text : "sample (\(text))"
        let source = Source(name: "<:plan>", text: statement)
        let result = check(source)
        guard let program = result.program else {
            return tell(result.diagnostics.filter { $0.severity == .error }, in: source)
        }
        let planning = await session.plan(program, source: source)
        if let finding = planning.finding { tell([finding], in: source) }
        if let plan = planning.value { console.notice(String(plan.text.dropLast())) }
    }

    /// `:cells c`: the cells of a cohort, at most as many as one looks at.
    func showCells(of name: String) {
        guard let cohort = cohort(named: name) else { return }
        console.notice("\(cohort.name): \(cohort.variedSize)")
        let most = 200
        for cell in cohort.cells.prefix(most) {
            console.notice("  \(cell.canonicalText)  x \(cell.count)  \"\(cell.prompt)\"")
        }
        if cohort.cells.count > most { console.notice("  and \(cohort.cells.count - most) more") }
    }

    /// `:show c 2`: a picture with one image of every cell; in the terminal where it can show one, else in a file.
    func show(_ text: String) async {
        let words = text.split(separator: " ").map(String.init)
        let pick = words.last.flatMap { Int($0) } ?? 1
        let name = words.first.flatMap { Int($0) == nil ? $0 : nil } ?? ""
        guard let cohort = cohort(named: name) else { return }
        let path = FileManager.default.temporaryDirectory
            .appendingPathComponent("dermaudit-\(ProcessInfo.processInfo.processIdentifier).png").path
        let grid = ContactSheet(of: cohort)
        let place = name.isEmpty ? "it.cohort" : name
        let source = Source(
            name: "<:show>",
            text:
                "plot grid of \(place) rows \(grid.rows) columns \(grid.columns) to \"\(path)\" with pick \(pick)"
        )
        guard await runUnsaved(source) else { return }
        if let picture = TerminalPicture.ofThisTerminal,
            let bytes = try? HostFile.bytes(of: path, limit: 1 << 26)
        {
            console.prompt(picture.sequence(for: bytes) + "\n")
        }
    }

    /// The cohort of a name, the last one for no name; tells where there is none.
    private func cohort(named name: String) -> CohortDescription? {
        let meant = bound(name.isEmpty ? "it.cohort" : name)
        if case .cohort(let cohort)? = environment.binding(of: meant) { return cohort }
        console.notice(meant == "it.cohort" ? "there is no cohort yet" : "no cohort `\(name)`")
        return nil
    }

    /// The name that a word means: for `it.cohort`, `it.audit` and `it.report` that of the last one, where there is one.
    private func bound(_ word: String) -> String {
        guard word.hasPrefix("it.") else { return word }
        return environment.implicitName(word.dropFirst("it.".count)) ?? word
    }

    /// What may stand at the cursor of a line that begins with `:`.
    func metaCompletions(_ request: CompletionRequest) -> [LineCompletion] {
        let line = request.text
        guard let space = line.firstIndex(of: " ") else {
            return MetaCommand.allCases.map { ":" + $0.rawValue }.filter { $0.hasPrefix(line) }
                .map { LineCompletion(String($0.dropFirst(request.wordStart))) }
        }
        guard case .command(let command, _) = MetaCommand.request(String(line[..<space])) else { return [] }
        let word = String(line.utf8.dropFirst(request.wordStart)) ?? ""
        if command == .load || command == .save {
            let path = String(line[line.index(after: space)...])
            let before = path.utf8.count - word.utf8.count
            return FileCompletion(folder: folder).paths(startingWith: path).map {
                LineCompletion(String(decoding: $0.utf8.dropFirst(max(0, before)), as: UTF8.self))
            }
        }
        guard command.takesName else { return [] }
        return guide.known.filter { $0.hasPrefix(word) }.sorted().map { LineCompletion($0) }
    }
}

extension CheckedExpression {
    /// What an expression is, in a line: `number (metric dp, of predictions; by age)`.
    fileprivate func typePhrase(_ catalogue: Catalogue) -> String {
        if case .constant(let value) = node {
            return "\(value.typeName) \(value.shown), known before the run"
        }
        let metrics = queries.map { query in
            let title = catalogue.metric(query.metric.metric)?.title ?? ""
            let groups = query.grouping.factors.isEmpty ? "all images" : "by \(query.grouping.text)"
            return "\(query.metric.metric) (\(title)), \(groups)"
        }
        return "\(kind.rawValue): " + metrics.joined(separator: "; ")
    }
}
