import Diagnostics
import Syntax

extension Checker {
    /// What a call, or a name, stands for.
    enum Meaning {
        /// A value or a question about results.
        case expression(CheckedExpression)
        /// A generator, classifier, data set, cohort, audit or report.
        case thing(CheckEnvironment.Binding)
        /// A function whose last statement gives nothing.
        case nothing
    }

    /// Checks `def` and binds its name; the body is checked where it is called, its names also here where types tell enough.
    mutating func checkDef(_ statement: DefStatement) throws(CheckFailure) {
        var names: [String: SourceSpan] = [:]
        for parameter in statement.parameters {
            if let earlier = names.updateValue(parameter.name.span, forKey: parameter.name.text) {
                throw fail(
                    Diagnostic(
                        "E0307", "`\(parameter.name.text)` is a parameter already", at: parameter.name.span,
                        secondary: [Label(earlier, "here first")]))
            }
            if let type = parameter.type { try checkType(type) }
        }
        if let result = statement.result { try checkType(result) }
        let function = FunctionDescription(
            source: source, statement: statement, environment: environment, broken: broken)
        try bind(statement.name, to: .function(function))
        let before = errorCount
        checkSample(of: function)
        // What is wrong in the body is told here, and not again where it is called.
        guard errorCount == before else { throw failSilently() }
    }

    /// Looks for names in the body that mean nothing, with a value of its type for each parameter.
    private mutating func checkSample(of function: FunctionDescription) {
        var values: [(Name, CheckEnvironment.Binding)] = []
        for parameter in function.statement.parameters {
            guard let value = parameter.type.flatMap({ SampleValue.of(type: $0) }) else { return }
            values.append((parameter.name, .constant(value)))
        }
        checkNames { checker throws(CheckFailure) in
            _ = try checker.run(function, values, named: function.name, calledAt: nil)
        }
    }

    // MARK: Calls

    /// The function that a callee names; nil for anything else.
    mutating func function(_ callee: Expression) -> FunctionDescription? {
        guard case .path(let path) = callee.kind else { return nil }
        return function(path)
    }

    /// The function that a path names; nil for anything else.
    mutating func function(_ path: NamePath) -> FunctionDescription? {
        if isBroken(path) { return nil }
        guard case .function(let function)? = environment.binding(of: path.text) else { return nil }
        noteUse(of: path)
        return function
    }

    /// Writes out a call: checks the body with the parameters bound to its arguments.
    mutating func call(
        _ function: FunctionDescription, _ arguments: [Argument], _ span: SourceSpan
    ) throws(CheckFailure) -> Meaning {
        try noteWrittenOut(at: span)
        let values = try fit(arguments, to: function, span)
        let text = "\(function.name)(\(values.map(\.1.shown).joined(separator: ", ")))"
        return try run(function, values, named: text, calledAt: span)
    }

    /// The value of each parameter in a call: by place, by name, or the one written in the definition.
    private mutating func fit(
        _ arguments: [Argument], to function: FunctionDescription, _ span: SourceSpan
    ) throws(CheckFailure) -> [(Name, CheckEnvironment.Binding)] {
        let parameters = function.statement.parameters
        var given = [CheckEnvironment.Binding?](repeating: nil, count: parameters.count)
        for (place, argument) in arguments.enumerated() {
            guard let index = index(of: argument, at: place, in: parameters), given[index] == nil else {
                throw fail(misfit(argument, parameters, function))
            }
            if let label = argument.label { noteUse(of: label, as: parameters[index], of: function) }
            let value = try binding(of: argument.value)
            try check(value, is: parameters[index].type, at: argument.value.span)
            given[index] = value
        }
        var values: [(Name, CheckEnvironment.Binding)] = []
        for (parameter, value) in zip(parameters, given) {
            if let value {
                values.append((parameter.name, value))
            } else {
                values.append((parameter.name, try standard(parameter, of: function, values, span)))
            }
        }
        return values
    }

    private func index(
        of argument: Argument, at place: Int, in parameters: [DefStatement.Parameter]
    ) -> Int? {
        guard let label = argument.label else { return place < parameters.count ? place : nil }
        return parameters.firstIndex { $0.name.text == label.text }
    }

    private func misfit(
        _ argument: Argument, _ parameters: [DefStatement.Parameter], _ function: FunctionDescription
    ) -> Diagnostic {
        let help = "it is called as `\(function.signature)`"
        if let label = argument.label, !parameters.contains(where: { $0.name.text == label.text }) {
            var finding = unknown(
                "E0425", "parameter", label.text, label.span, among: parameters.map(\.name.text))
            finding.helps = [help]
            return finding
        }
        let message =
            argument.label.map { "`\($0.text)` is given twice" }
            ?? "`\(function.name)` takes \(Words.count(parameters.count, "argument"))"
        return Diagnostic("E0425", message, at: argument.value.span, helps: [help])
    }

    /// The value written in the definition of a parameter; it may name the parameters before it.
    private mutating func standard(
        _ parameter: DefStatement.Parameter, of function: FunctionDescription,
        _ values: [(Name, CheckEnvironment.Binding)], _ span: SourceSpan
    ) throws(CheckFailure) -> CheckEnvironment.Binding {
        guard let expression = parameter.value else {
            throw fail(
                Diagnostic(
                    "E0425", "`\(function.name)` is called without `\(parameter.name.text)`", at: span,
                    helps: ["it is called as `\(function.signature)`"]))
        }
        return try inside(function, calledAt: span) { checker throws(CheckFailure) in
            for (name, value) in values { try checker.bind(name, to: value) }
            let value = try checker.binding(of: expression)
            try checker.check(value, is: parameter.type, at: expression.span)
            return value
        }
    }

    /// Checks the body of a function.
    private mutating func run(
        _ function: FunctionDescription, _ values: [(Name, CheckEnvironment.Binding)], named text: String,
        calledAt span: SourceSpan?
    ) throws(CheckFailure) -> Meaning {
        try inside(function, calledAt: span) { checker throws(CheckFailure) in
            try checker.within(text) { checker throws(CheckFailure) in
                checker.environment.call = text
                for (name, value) in values { try checker.bind(name, to: value) }
                let meaning = try checker.meaning(of: function.statement.body)
                try checker.check(meaning, isResultOf: function.statement)
                return meaning
            }
        }
    }

    /// Runs `body` with the names that a function sees; findings in the text of a module are told where it is called.
    private mutating func inside<T>(
        _ function: FunctionDescription, calledAt span: SourceSpan?,
        _ body: (inout Checker) throws(CheckFailure) -> T
    ) throws(CheckFailure) -> T {
        let (caller, callerSource, callerBroken, found) = (environment, source, broken, findings)
        // The words of another file are not this one's; of the same file nothing is kept twice, which would copy it at each call.
        let isForeign = function.source.name != source.name
        let callerNotes = isForeign ? notes : nil
        environment = function.environment.forCall(from: caller)
        calling.append(function.name)
        source = function.source
        broken = function.broken.union(isForeign ? [] : broken.filter { $0.hasPrefix("it.") })
        findings = Findings(within: found)
        defer {
            calling.removeLast()
            let inner = environment
            environment = caller
            environment.keepResults(of: inner)
            source = callerSource
            broken = callerBroken
            if let callerNotes { notes = callerNotes }
            let own = findings.kept
            findings = found
            findings.add(told(own, of: function, calledAt: span))
        }
        return try body(&self)
    }

    /// The findings in a function's body as the caller tells them.
    private func told(
        _ findings: [Diagnostic], of function: FunctionDescription, calledAt span: SourceSpan?
    ) -> [Diagnostic] {
        guard let span else { return findings }
        guard function.source.name != source.name else {
            return findings.map { finding in
                var finding = finding
                if finding.severity == .error { finding.secondary.append(Label(span, "called here")) }
                return finding
            }
        }
        guard let first = findings.first(where: { $0.severity == .error }) else { return [] }
        return [
            Diagnostic(
                "E0426", "`\(function.name)` does not work with these values", at: span,
                notes: [function.source.placed(first, isMoving: resultAnchor != nil)])
        ]
    }

    // MARK: Values of statements

    /// The value of a block: that of its last statement.
    private mutating func meaning(of block: Block) throws(CheckFailure) -> Meaning {
        let before = errorCount
        for statement in block.statements.dropLast() { check(statement) }
        let meaning: Meaning
        if let last = block.statements.last {
            meaning = try self.meaning(of: last)
        } else {
            meaning = .nothing
        }
        guard errorCount == before else { throw failSilently() }
        return meaning
    }

    private mutating func meaning(of statement: Statement) throws(CheckFailure) -> Meaning {
        switch statement.kind {
        case .expression(let expression): return try meaning(of: expression)
        case .if(let choice):
            var meaning = Meaning.nothing
            try checkIf(choice) { checker, block throws(CheckFailure) in
                meaning = try checker.meaning(of: block)
            }
            return meaning
        default:
            let before = errorCount
            check(statement)
            guard errorCount == before else { throw failSilently() }
            return result(of: statement)
        }
    }

    /// What a statement has just made.
    private func result(of statement: Statement) -> Meaning {
        let name: String?
        switch statement.kind {
        case .cohort: name = environment.lastCohort
        case .audit: name = environment.lastAudit
        case .report, .compare: name = environment.lastReport
        case .declaration(let declaration): name = declaration.name.text
        default: name = nil
        }
        return name.flatMap { environment.binding(of: $0) }.map { .thing($0) } ?? .nothing
    }

    /// What an expression stands for.
    mutating func meaning(of expression: Expression) throws(CheckFailure) -> Meaning {
        if let thing = try thing(expression) { return .thing(thing) }
        if case .parenthesized(let inner) = expression.kind { return try meaning(of: inner) }
        if case .call(let callee, let arguments) = expression.kind, let function = function(callee) {
            return try call(function, arguments, expression.span)
        }
        return .expression(try check(expression))
    }

    /// What a name may be bound to: a value known before the run, or a thing.
    mutating func binding(
        of expression: Expression, keepsAttributes: Bool = false
    ) throws(CheckFailure) -> CheckEnvironment.Binding {
        let outer = keepsAttributesInText
        keepsAttributesInText = keepsAttributes
        defer { keepsAttributesInText = outer }
        switch try meaning(of: expression) {
        case .thing(let thing): return thing
        case .nothing: throw fail(noValue(expression))
        case .expression(let checked):
            guard case .constant(let value) = checked.node else {
                throw fail(
                    Diagnostic(
                        "E0413", "expected a value that is known before the run", at: expression.span,
                        label: "depends on results"))
            }
            return .constant(value)
        }
    }

    /// The value of an expression that stands alone as a statement; nil for a call that has none.
    mutating func value(ofStatement expression: Expression) throws(CheckFailure) -> CheckedExpression? {
        switch try meaning(of: expression) {
        case .expression(let value): return value
        case .nothing: return nil
        case .thing(let thing):
            // A call that makes something is a statement; a name alone asks for a value.
            if case .path(let path) = expression.kind { throw fail(noValue(path, thing)) }
            makeImplicit(thing, at: expression.span)
            return nil
        }
    }

    /// Makes what a call gave the subject of statements that name none, as if it were made here.
    private mutating func makeImplicit(_ thing: CheckEnvironment.Binding, at span: SourceSpan) {
        let name = thing.shown
        switch thing {
        case .cohort: environment.lastCohort = name
        case .audit: environment.lastAudit = name
        case .report, .comparison: environment.lastReport = name
        default: return
        }
        environment.entries[name] = CheckEnvironment.Entry(binding: thing, span: span, depth: blockDepth)
        boundNames.append(name)
    }

    /// The finding that a call gives no value.
    func noValue(_ expression: Expression) -> Diagnostic {
        Diagnostic(
            "E0413", "this gives no value", at: expression.span,
            label: "the last statement of the function makes none",
            helps: ["end the function with an expression: `dp by age of a`"])
    }
}

extension Source {
    /// A finding in this text as a note elsewhere: `lib/bands.audit:3:5: no attribute `aeg` [E0302]`.
    ///
    /// - Parameter isMoving: whether the lines are not those of the script, which are written when the note is told.
    func placed(_ finding: Diagnostic, isMoving: Bool = false) -> String {
        let start = finding.primary.span.start
        let place = position(of: start)
        let text = isMoving ? ResultAnchor.place(start) : "\(place.line):\(place.column)"
        return "\(name):\(text): \(finding.message) [\(finding.code)]"
    }
}
