import Diagnostics
import Syntax

extension Checker {
    /// The most statements, passes of loops and calls that a script may become once it is written out.
    static let longestProgram = 100_000

    /// Checks `for`: the body once for each value, whose name is bound anew each time.
    mutating func checkFor(_ loop: ForStatement) throws(CheckFailure) {
        for value in try values(of: loop) {
            try noteWrittenOut(at: loop.name.span)
            let isSound = try within("\(loop.name.text) \(value.shown)") { checker throws(CheckFailure) in
                try checker.bind(loop.name, to: value)
                return checker.check(loop.body)
            }
            // What is wrong with one value is usually wrong with all: one report is enough.
            guard isSound else { throw failSilently() }
        }
    }

    /// Checks `if`: the first branch whose condition holds is written out; the names in all others must make sense.
    mutating func checkIf(_ choice: IfStatement) throws(CheckFailure) {
        try checkIf(choice) { checker, block throws(CheckFailure) in
            guard checker.check(block) else { throw checker.failSilently() }
        }
    }

    /// Finds the branch of an `if` that is taken, and checks its block by `body`.
    mutating func checkIf(
        _ choice: IfStatement, _ body: (inout Checker, Block) throws(CheckFailure) -> Void
    ) throws(CheckFailure) {
        var taken: Block?
        var others: [Block] = []
        for branch in choice.branches {
            let holds = try condition(branch.condition)
            if holds, taken == nil { taken = branch.body } else { others.append(branch.body) }
        }
        if let otherwise = choice.otherwise {
            if taken == nil { taken = otherwise } else { others.append(otherwise) }
        }
        for block in others { checkNames(block) }
        guard let taken else { return }
        try within(nil) { checker throws(CheckFailure) in try body(&checker, taken) }
    }

    /// The statements of a block.
    ///
    /// - Returns: whether none of them is wrong.
    mutating func check(_ block: Block) -> Bool {
        let before = errorCount
        for statement in block.statements { check(statement) }
        return errorCount == before
    }

    /// Runs `body` in a scope: the names and implicit subjects that it binds end with it.
    ///
    /// - Parameter pass: what tells this pass or call apart from others in the names of results; nil where there is one.
    mutating func within<T>(
        _ pass: String?, _ body: (inout Checker) throws(CheckFailure) -> T
    ) throws(CheckFailure) -> T {
        let (outer, outerBroken) = (environment, broken)
        if let pass { environment.passes.append(pass) }
        blockDepth += 1
        defer {
            let inner = environment
            environment = outer
            environment.keepResults(of: inner)
            broken = outerBroken
            blockDepth -= 1
        }
        return try body(&self)
    }

    /// Refuses a statement that stands only at the top of a file.
    mutating func requireTop(_ word: String, _ span: SourceSpan) throws(CheckFailure) {
        guard blockDepth > 0 else { return }
        throw fail(
            Diagnostic(
                "E0321", "`\(word)` stands at the top of a script, not in a block", at: span,
                helps: ["write it before the block"]))
    }

    /// Counts one more statement, pass or call of what the script becomes.
    mutating func noteWrittenOut(at span: SourceSpan) throws(CheckFailure) {
        writtenOut += 1
        guard writtenOut > Self.longestProgram else { return }
        guard !isTooLong else { throw failSilently() }
        isTooLong = true
        throw fail(
            Diagnostic(
                "E0424",
                "this script becomes more than \(Words.grouped(Self.longestProgram)) statements", at: span,
                label: "loops and calls are written out before the run"))
    }

    /// How many errors were found so far.
    var errorCount: Int { findings.errorCount }

    /// Reports what is wrong about names in statements that are not written out; what depends on values is not asked.
    mutating func checkNames(_ block: Block) {
        checkNames { checker throws(CheckFailure) in
            _ = try checker.within(nil) { checker throws(CheckFailure) in checker.check(block) }
        }
    }

    /// Reports what `body` finds wrong about names, and forgets everything else that it does.
    mutating func checkNames(_ body: (inout Checker) throws(CheckFailure) -> Void) {
        var other = aside()
        swap(&other.notes, &notes)
        // Names show soon whether they mean anything: what calls would become is not written out to its end.
        other.writtenOut = max(writtenOut, Self.longestProgram - 1_000)
        try? body(&other)
        findings.add(other.findings.kept.filter { $0.severity == .error && $0.code.isAboutNames })
        usedDefinitions = other.usedDefinitions
        notes = other.notes
    }

    /// A copy that looks at something aside. What grows with the script is not in it: a change of a shared list would copy that.
    func aside() -> Checker {
        var other = self
        (other.findings, other.notes, other.statements) = (Findings(within: findings), NameNotes(), [])
        return other
    }

    private mutating func condition(_ expression: Expression) throws(CheckFailure) -> Bool {
        let checked = try check(expression)
        try require(.bool, checked)
        guard case .constant(.bool(let holds)) = checked.node else {
            throw fail(
                Diagnostic(
                    "E0413", "the condition of `if` must be known before the run", at: expression.span,
                    label: "depends on results",
                    helps: ["a condition on results is a gate: `require \(source.text(of: expression.span))`"]
                ))
        }
        return holds
    }

    // MARK: Values of loops

    /// What a loop goes through: the items of a set, ranges in it written out, or those of a range.
    private mutating func values(of loop: ForStatement) throws(CheckFailure) -> [CheckEnvironment.Binding] {
        let found = try listed(loop)
        if found.isEmpty {
            report(
                Diagnostic(
                    "W1006", "this loop does nothing", at: loop.values.span, label: "holds no value",
                    notes: ["gates in it are not asked"]))
        }
        return found
    }

    private mutating func listed(_ loop: ForStatement) throws(CheckFailure) -> [CheckEnvironment.Binding] {
        guard case .set(let items) = loop.values.kind else {
            return try values(of: try constant(loop.values), loop.values.span, isItem: false)
        }
        var found: [CheckEnvironment.Binding] = []
        for item in items {
            if let thing = try thing(item) {
                found.append(thing)
            } else {
                for value in try elements([item]) { found += try values(of: value, item.span, isItem: true) }
            }
        }
        return found
    }

    /// What a constant gives a loop.
    private mutating func values(
        of value: Value, _ span: SourceSpan, isItem: Bool
    ) throws(CheckFailure) -> [CheckEnvironment.Binding] {
        switch value {
        case .set(let elements):
            var found: [CheckEnvironment.Binding] = []
            for element in elements { found += try values(of: element, span, isItem: true) }
            return found
        case .range:
            if let listed = value.listed(atMost: Self.longestProgram) { return listed.map { .constant($0) } }
            throw fail(cannotGo(through: value, span, label: Self.trouble(of: value)))
        default:
            if isItem { return [.constant(value)] }
        }
        throw fail(
            cannotGo(through: value, span, label: "wants a set, or a range of whole numbers or skin types"))
    }

    private func cannotGo(through value: Value, _ span: SourceSpan, label: String) -> Diagnostic {
        Diagnostic(
            "E0423", "`for` cannot go through \(value.shown)", at: span, label: label,
            helps: ["for example `for n in [10, 20, 50]` or `for type in I..VI`"])
    }

    /// What keeps a loop from going through a range.
    private static func trouble(of range: Value) -> String {
        guard case .range(let lower, let upper, _, let step) = range else { return "" }
        if let step, step <= 0 || step != step.rounded() { return "a step is a whole number above 0" }
        switch (lower, upper) {
        case (.integer, .integer):
            return "longer than \(Words.grouped(longestProgram)) values, the most of a script"
        default: return "wants a set, or a range of whole numbers or skin types"
        }
    }

    /// The classifier of the zoo, or the generator without weights, that a path names; nil for anything else.
    private func builtIn(_ path: NamePath) -> CheckEnvironment.Binding? {
        if let classifier = classifier(named: path.text) { return .classifier(classifier) }
        guard let definition = catalogue.generator(path.text), !definition.takesWeights else { return nil }
        return .generator(builtIn(definition))
    }

    /// The generator, classifier, data set, cohort or audit that an expression names; nil for anything else.
    mutating func thing(_ expression: Expression) throws(CheckFailure) -> CheckEnvironment.Binding? {
        guard case .path(let path) = expression.kind else { return nil }
        if isBroken(path) { throw failSilently() }
        guard let (binding, rest) = lookUp(path) else { return builtIn(path) }
        guard rest.isEmpty, binding.isThing else { return nil }
        return binding
    }
}
