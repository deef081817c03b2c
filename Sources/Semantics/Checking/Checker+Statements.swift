import Diagnostics
import Syntax

extension Checker {
    /// Checks a statement; a wrong one is left out and the names it would have bound are marked as broken.
    mutating func check(_ statement: Statement) {
        documentation = source.documentation(before: statement.span.start)
        do throws(CheckFailure) {
            for action in try actions(of: statement) { try append(action, statement.span) }
        } catch {
            markBroken(statement)
        }
    }

    /// Adds to the program.
    mutating func append(_ action: CheckedStatement.Action, _ span: SourceSpan) throws(CheckFailure) {
        try noteWrittenOut(at: span)
        statements.append(CheckedStatement(action: action, span: span, source: source))
    }

    /// What a statement does once it is checked; names are bound on the way.
    private mutating func actions(of statement: Statement) throws(CheckFailure) -> [CheckedStatement.Action] {
        switch statement.kind {
        case .edition(let year):
            try requireTop("edition", statement.span)
            try checkEdition(year)
            return []
        case .use(let use):
            try requireTop("use", statement.span)
            return try checkUse(use)
        case .let(let constant): return try checkLet(constant).map { [$0] } ?? []
        case .set(let name, let value):
            try requireTop("set", statement.span)
            return [try checkSetting(name, value)]
        case .for(let loop):
            try checkFor(loop)
            return []
        case .if(let choice):
            try checkIf(choice)
            return []
        case .def(let function):
            try requireTop("def", statement.span)
            try checkDef(function)
            return []
        case .test(let test):
            try requireTop("test", statement.span)
            try checkTest(test, statement.span)
            return []
        case .attribute(let attribute):
            try requireTop("attribute", statement.span)
            try checkAttribute(attribute, statement.span)
            return []
        case .help(let help): return [.help(try checkHelp(help, statement.span))]
        case .declaration(let declaration): return [try checkDeclaration(declaration, statement.span)]
        case .cohort(let cohort): return [try checkCohort(cohort, statement.span)]
        case .sample(let subject, let options): return [try checkSample(subject, options, statement.span)]
        case .audit(let audit): return [try checkAudit(audit, statement.span)]
        case .report(let report): return [try checkReport(report, statement.span)]
        case .compare(let compare): return [try checkCompare(compare, statement.span)]
        case .plot(let plot): return [try checkPlot(plot, statement.span)]
        case .gate(let gate): return [try checkGate(gate, statement.span)]
        case .export(let export): return [try checkExport(export, statement.span)]
        case .print(let values): return [.print(try checkAll(values))]
        case .expression(let expression):
            guard let value = try value(ofStatement: expression) else { return [] }
            return [.print([value])]
        case .reserved: throw failSilently()
        }
    }

    /// Marks the names of a wrong statement, so that their uses are not wrong again.
    private mutating func markBroken(_ statement: Statement) {
        switch statement.kind {
        case .let(let constant): broken.insert(constant.name.text)
        case .def(let function): broken.insert(function.name.text)
        case .attribute(let attribute): broken.insert(attribute.name.text)
        case .declaration(let declaration): broken.insert(declaration.name.text)
        case .cohort(let cohort): broken.formUnion([cohort.name?.text, "it.cohort"].compactMap { $0 })
        case .audit(let audit): broken.formUnion([audit.name?.text, "it.audit"].compactMap { $0 })
        case .report, .compare: broken.insert("it.report")
        case .reserved: broken.formUnion(["it.audit", "it.report"])
        case .use(let use): broken.insert(use.alias?.text ?? "use")
        default: break
        }
    }

    /// Checks several values; all are looked at before the statement is given up.
    mutating func checkAll(_ values: [Expression]) throws(CheckFailure) -> [CheckedExpression] {
        var checked: [CheckedExpression] = []
        for value in values {
            if let result = attempt({ checker throws(CheckFailure) in try checker.check(value) }) {
                checked.append(result)
            }
        }
        guard checked.count == values.count else { throw failSilently() }
        return checked
    }

    /// The result of a part that may be wrong; nil where it is, so that the next part can be looked at.
    mutating func attempt<T>(_ body: (inout Checker) throws(CheckFailure) -> T) -> T? {
        do throws(CheckFailure) {
            return try body(&self)
        } catch {
            return nil
        }
    }

    private mutating func checkEdition(_ year: Expression) throws(CheckFailure) {
        guard case .integer(let number) = year.kind, catalogue.editions.contains(number) else {
            throw fail(
                Migrator.unknown(source.text(of: year.span), at: year.span, among: catalogue.editions))
        }
        environment.edition = number
    }

    /// Checks `set name value`.
    private mutating func checkSetting(
        _ name: Name, _ value: Expression
    ) throws(CheckFailure) -> CheckedStatement.Action {
        guard let definition = catalogue.settings.first(where: { $0.name == name.text }) else {
            throw fail(
                unknown("E0315", "setting", name.text, name.span, among: catalogue.settings.map(\.name)))
        }
        notes.note(.setting(definition), at: name.span)
        let option = OptionSyntax(name: name, values: [value], span: name.span.union(value.span))
        let values = try checkValues(of: option, definition)
        guard let setting = values.first else { throw failSilently() }
        apply(setting, to: name.text)
        return .setting(name: name.text, value: setting)
    }

    private mutating func apply(_ value: Value, to setting: String) {
        switch (setting, value) {
        case ("seed", .integer(let seed)): environment.settings.seed = UInt64(seed)
        case ("engine", _): environment.settings.engine = value.asText ?? "auto"
        case ("threads", .integer(let threads)): environment.settings.threads = threads
        case ("budget", .duration(let seconds)): environment.settings.budget = seconds
        case ("memory", .size(let bytes)): environment.settings.memory = bytes
        case ("ask", .duration(let seconds)): environment.settings.ask = seconds
        default: preconditionFailure("the catalogue has a setting that the checker does not know: \(setting)")
        }
    }
}
