import Diagnostics
import Syntax

extension Checker {
    /// What a cohort that is made of others needs for its name and place.
    struct CohortPlace {
        /// The name in the script; nil for none.
        let name: Name?
        /// Where it is described.
        let span: SourceSpan
    }

    /// The cohort that an expression makes of others: changed by `with` and `where`, added by `+`.
    mutating func cohort(
        _ expression: CohortExpression, as place: CohortPlace
    ) throws(CheckFailure) -> CohortDescription {
        if expression.terms.count == 1 { return try cohort(expression.terms[0], as: place, place.span) }
        var terms: [(cohort: CohortDescription, span: SourceSpan)] = []
        for term in expression.terms {
            let part = try cohort(term, as: nil, term.path.span)
            terms.append((part, term.path.span))
        }
        return try sum(terms, as: place)
    }

    // MARK: Terms

    /// A cohort with its changes in order.
    ///
    /// - Parameter place: what the outcome is called; nil for a term of a sum, which keeps its own name.
    private mutating func cohort(
        _ term: CohortExpression.Term, as place: CohortPlace?, _ span: SourceSpan
    ) throws(CheckFailure) -> CohortDescription {
        var base = try base(of: term)
        if term.changes.isEmpty {
            return place.map { base.renamed(resultName($0.name), at: $0.span) } ?? base
        }
        for (index, change) in term.changes.enumerated() {
            let isLast = index + 1 == term.changes.count
            base = try changed(base, by: change, as: isLast ? place : nil, span)
        }
        return base
    }

    /// The cohort that a term names or calls for.
    private mutating func base(of term: CohortExpression.Term) throws(CheckFailure) -> CohortDescription {
        guard let arguments = term.arguments else { return try cohort(term.path) }
        if isBroken(term.path) { throw failSilently() }
        guard let function = function(term.path) else {
            throw fail(noFunction(term.path, among: names(of: "function")))
        }
        guard case .thing(.cohort(let cohort)) = try call(function, arguments, term.path.span) else {
            throw fail(
                Diagnostic("E0317", "`\(function.name)` gives no cohort", at: term.path.span))
        }
        return cohort
    }

    private mutating func changed(
        _ base: CohortDescription, by change: CohortExpression.Change, as place: CohortPlace?,
        _ span: SourceSpan
    ) throws(CheckFailure) -> CohortDescription {
        var changes = CohortParts()
        switch change {
        case .condition(let condition):
            changes.conditions = [try cellCondition(condition, on: base.axes.map(\.attribute))]
        case .clauses(let clauses): changes = try parts(clauses, changing: base.axes.map(\.attribute))
        }
        guard let recipe = base.recipe else { return try filtered(base, changes, as: place, span) }
        let parts = CohortParts(recipe, at: span).changed(by: changes)
        return try complete(
            parts, called: place.map { resultName($0.name) } ?? base.name, place?.span ?? span)
    }

    /// A sum of cohorts has cells and no clauses: it can lose cells, and nothing else can change.
    private mutating func filtered(
        _ base: CohortDescription, _ changes: CohortParts, as place: CohortPlace?, _ span: SourceSpan
    ) throws(CheckFailure) -> CohortDescription {
        guard changes.axes.isEmpty, changes.count == nil, changes.generator == nil, changes.prompt == nil,
            changes.seed == nil
        else {
            throw fail(
                Diagnostic(
                    "E0429", "a sum of cohorts takes `where`, not `with`", at: span,
                    helps: ["change the cohorts before they are added"]))
        }
        let cells = base.cells.filter { cell in changes.conditions.allSatisfy { $0.holds(for: cell.value) } }
        let name = place.map { resultName($0.name) } ?? base.name
        return try described(
            base, cells, called: name, generator: base.generator, at: place?.span ?? span)
    }

    // MARK: Sums

    private mutating func sum(
        _ terms: [(cohort: CohortDescription, span: SourceSpan)], as place: CohortPlace
    ) throws(CheckFailure) -> CohortDescription {
        guard let first = terms.first?.cohort else { throw failSilently() }
        var places: [String: Int] = [:]
        var cells: [Cell] = []
        for (cohort, span) in terms {
            try checkSummand(cohort, of: first, span)
            for cell in cohort.cells {
                guard let index = places[cell.canonicalText] else {
                    places[cell.canonicalText] = cells.count
                    cells.append(cell)
                    continue
                }
                guard cells[index].prompt == cell.prompt else {
                    throw fail(
                        contradicts(
                            "prompts", cohort, first, span, "both have the cell \(cell.canonicalText)"))
                }
                cells[index] = Cell(
                    entries: cell.entries, count: cells[index].count + cell.count, wording: cell.wording)
            }
            guard cells.count <= Self.mostCells else {
                throw fail(
                    Diagnostic(
                        "E0602", "this cohort is too large", at: span,
                        helps: ["\(Words.grouped(Self.mostCells)) cells are the most"]))
            }
        }
        return try described(
            first, cells, called: resultName(place.name), generator: first.generator, at: place.span)
    }

    private mutating func checkSummand(
        _ cohort: CohortDescription, of first: CohortDescription, _ span: SourceSpan
    ) throws(CheckFailure) {
        guard cohort.generator.makesSameImages(as: first.generator) else {
            throw fail(contradicts("generators", cohort, first, span, "one cohort has one source of images"))
        }
        guard cohort.seed == first.seed else { throw fail(contradicts("seeds", cohort, first, span, "")) }
        let attributes = cohort.axes.map(\.attribute).sorted()
        guard attributes == first.axes.map(\.attribute).sorted() else {
            throw fail(
                contradicts(
                    "attributes", cohort, first, span,
                    "one states \(Words.list(first.axes.map(\.attribute).sorted())), the other \(Words.list(attributes))"
                ))
        }
    }

    private func contradicts(
        _ what: String, _ cohort: CohortDescription, _ first: CohortDescription, _ span: SourceSpan,
        _ label: String
    ) -> Diagnostic {
        Diagnostic(
            "E0429", "`\(first.name)` and `\(cohort.name)` have different \(what)", at: span, label: label,
            helps: ["audit both: `audit ... on \(first.name), \(cohort.name)`"])
    }

    /// A cohort of these cells; each axis keeps the values that occur.
    private mutating func described(
        _ base: CohortDescription, _ cells: [Cell], called name: String, generator: GeneratorDescription,
        at span: SourceSpan
    ) throws(CheckFailure) -> CohortDescription {
        guard !cells.isEmpty else { throw fail(noCells(at: span)) }
        var axes: [CohortAxis] = []
        for axis in base.axes {
            let found = Set(cells.compactMap { $0.value(of: axis.attribute) })
            let levels = catalogue.attribute(axis.attribute).map { Self.sorted(Array(found), $0) } ?? []
            axes.append(CohortAxis(attribute: axis.attribute, levels: levels, isDefault: axis.isDefault))
        }
        return CohortDescription(
            name: name, axes: axes, cells: CohortCells(cells.sorted { $0.precedes($1, in: axes) }),
            generator: generator, promptTemplate: base.promptTemplate, seed: base.seed, span: span,
            recipe: nil)
    }

    /// The finding that every cell was left out.
    func noCells(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "E0402", "this cohort has no cell left", at: span, label: "`where` leaves out all of them")
    }
}

extension Cell {
    /// Whether it stands before another in canonical order: by attribute name, values as the axes list them.
    fileprivate func precedes(_ other: Cell, in axes: [CohortAxis]) -> Bool {
        for (left, right) in zip(entries, other.entries) where left.value != right.value {
            let levels = axes.first { $0.attribute == left.attribute }?.levels ?? []
            return (levels.firstIndex(of: left.value) ?? 0) < (levels.firstIndex(of: right.value) ?? 0)
        }
        return false
    }
}
