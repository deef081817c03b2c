import Diagnostics
import Syntax

extension Checker {
    /// The most cells a cohort may have, and the most images.
    static let mostCells = 1_000_000
    static let mostImages = 1_000_000_000

    /// Checks a cohort, binds its name and makes it the last one.
    mutating func checkCohort(
        _ statement: CohortStatement, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        let cohort: CohortDescription
        switch statement.body {
        case .clauses(let clauses):
            cohort = try complete(try parts(clauses), called: resultName(statement.name), span)
        case .expression(let expression):
            cohort = try self.cohort(expression, as: CohortPlace(name: statement.name, span: span))
        }
        environment.lastCohort = try bind(
            statement.name, resultName: cohort.name, to: .cohort(cohort), at: span)
        broken.remove("it.cohort")
        return .cohort(cohort)
    }

    /// What clauses say; all of them are looked at before the cohort is given up.
    ///
    /// - Parameter base: the attributes of the cohort that they change.
    mutating func parts(_ clauses: [Clause], changing base: [String] = []) throws(CheckFailure) -> CohortParts
    {
        var parts = CohortParts()
        var failed = false
        let stated = clauses.compactMap(\.attribute)
        let standard = catalogue.attributes.filter { $0.cohortDefault != nil }.map(\.name)
        parts.known = base + stated + standard
        for clause in clauses {
            let done: Void? = attempt { checker throws(CheckFailure) in
                try checker.check(clause, into: &parts)
            }
            if done == nil { failed = true }
        }
        if failed { throw failSilently() }
        return parts
    }

    /// The finding that something of the grammar is not built yet.
    func notYet(_ what: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic("E0206", "\(what): not yet in this version", at: span, label: "reserved for a later one")
    }

    private mutating func check(_ clause: Clause, into parts: inout CohortParts) throws(CheckFailure) {
        switch clause.kind {
        case .axis(let name, let domain): try checkAxis(name, domain, clause.span, into: &parts)
        case .count(let count, let isTotal):
            if parts.count != nil { throw fail(twice("n", clause.span)) }
            parts.count = (try checkCount(count), isTotal, clause.span)
        case .prompt(let prompt):
            if parts.prompt != nil { throw fail(twice("prompt", clause.span)) }
            parts.prompt = .written(prompt)
        case .from(let path):
            if parts.generator != nil { throw fail(twice("from", clause.span)) }
            parts.generator = try generator(path)
        case .seed(let seed):
            if parts.seed != nil { throw fail(twice("seed", clause.span)) }
            parts.seed = UInt64(try wholeNumber(seed, of: "seed", in: 0...Int.max))
        case .condition(let condition):
            parts.conditions.append(try cellCondition(condition, on: parts.known))
        }
    }

    private func twice(_ what: String, _ span: SourceSpan) -> Diagnostic {
        Diagnostic("E0309", "`\(what)` is stated twice in this cohort", at: span, label: "the second time")
    }

    private mutating func checkAxis(
        _ name: Name, _ domain: Expression, _ span: SourceSpan, into parts: inout CohortParts
    ) throws(CheckFailure) {
        let attribute = try attribute(name, allowing: ["n", "prompt", "from", "seed"])
        if let earlier = parts.axisSpans[name.text] {
            var finding = twice(name.text, span)
            finding.secondary = [Label(earlier, "here first")]
            throw fail(finding)
        }
        parts.axisSpans[name.text] = span
        parts.axes.append(
            CohortAxis(attribute: name.text, levels: try levels(domain, of: attribute), isDefault: false))
    }

    /// The attribute of this name.
    ///
    /// - Parameter clauses: other words that may stand at this place, offered where one of them was probably meant.
    mutating func attribute(_ name: Name, allowing clauses: [String] = []) throws(CheckFailure)
        -> AttributeDefinition
    {
        if let attribute = catalogue.attribute(name.text) {
            notes.note(.attribute(attribute.name), at: name.span)
            return attribute
        }
        if broken.contains(name.text) || broken.contains("use") { throw failSilently() }
        throw fail(
            unknown(
                "E0302", "attribute", name.text, name.span, among: catalogue.attributes.map(\.name) + clauses)
        )
    }

    private mutating func checkCount(_ count: Expression) throws(CheckFailure) -> Int {
        try wholeNumber(count, of: "n", in: 1...Self.mostImages)
    }

    /// A whole number in a range.
    mutating func wholeNumber(
        _ expression: Expression, of what: String, in range: ClosedRange<Int>
    ) throws(CheckFailure) -> Int {
        if let number = try constant(expression).asInteger, range.contains(number) { return number }
        let kind = OptionDefinition.Kind.integer(range)
        throw fail(
            Diagnostic(
                "E0408",
                "`\(what)` takes \(kind.phrase), not `\(source.text(of: expression.span).prefix(40))`",
                at: expression.span))
    }

    /// Fills in what the clauses leave out.
    mutating func complete(
        _ parts: CohortParts, called name: String, _ span: SourceSpan
    ) throws(CheckFailure) -> CohortDescription {
        guard let count = parts.count else { throw failWithoutCount(span) }
        let defaults = catalogue.attributes.compactMap { attribute -> CohortAxis? in
            guard parts.axisSpans[attribute.name] == nil, let value = attribute.cohortDefault else {
                return nil
            }
            return CohortAxis(attribute: attribute.name, levels: [value], isDefault: true)
        }
        let axes = parts.axes + defaults
        let generator = if let named = parts.generator { named } else { try defaultGenerator(at: span) }
        let template = try template(parts.prompt, of: axes, generator, span)
        guard
            let product = CellProduct(
                axes, images: count.number, isTotal: count.isTotal, template: template, catalogue: catalogue),
            product.count <= Self.mostCells
        else { throw failTooMany(axes, span) }
        guard product.imageCount <= Self.mostImages else { throw failTooMany(axes, count.span) }
        let isWhole = parts.conditions.isEmpty
        let cells =
            isWhole ? CohortCells(product) : CohortCells(product.kept(where: parts.conditions))
        if cells.isEmpty { throw fail(noCells(at: span)) }
        lintAxes(axes, generator, parts.axisSpans)
        return CohortDescription(
            name: name, axes: isWhole ? axes : axes.map { $0.narrowed(to: cells) },
            cells: cells, generator: generator, promptTemplate: template.text,
            seed: parts.seed ?? environment.settings.seed, span: span,
            recipe: CohortRecipe(
                axes: parts.axes, count: count.number, isTotal: count.isTotal,
                prompt: parts.prompt == nil ? nil : template.text, generator: parts.generator,
                seed: parts.seed, conditions: parts.conditions))
    }

    private mutating func failWithoutCount(_ span: SourceSpan) -> CheckFailure {
        fail(
            Diagnostic(
                "E0410", "this cohort does not say how many images", at: span, label: "`n` is missing",
                helps: ["add `n 100` for 100 images a cell, or `n 5000 total` for 5 000 in all"]))
    }

    private mutating func failTooMany(_ axes: [CohortAxis], _ span: SourceSpan) -> CheckFailure {
        let product = axes.map { "\($0.levels.count) \($0.attribute)" }.joined(separator: " x ")
        return fail(
            Diagnostic(
                "E0602", "this cohort is too large", at: span, label: product,
                helps: [
                    "\(Words.grouped(Self.mostCells)) cells and \(Words.grouped(Self.mostImages)) images are the most"
                ]))
    }

    /// Warns of an attribute that varies and that the generator cannot show.
    private mutating func lintAxes(
        _ axes: [CohortAxis], _ generator: GeneratorDescription, _ spans: [String: SourceSpan]
    ) {
        guard let definition = catalogue.generator(generator.kind.rawValue) else { return }
        for axis in axes where axis.levels.count > 1 && !definition.attributes.contains(axis.attribute) {
            guard let span = spans[axis.attribute] else { continue }
            report(
                Diagnostic(
                    "W1205", "generator `\(generator.name)` does not show `\(axis.attribute)`", at: span,
                    label: "its \(axis.levels.count) groups would look alike"))
        }
    }
}

extension Clause {
    /// The attribute that it states; nil for a clause of another kind.
    fileprivate var attribute: String? {
        if case .axis(let name, _) = kind { name.text } else { nil }
    }
}
