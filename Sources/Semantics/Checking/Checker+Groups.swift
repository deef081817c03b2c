import Diagnostics
import Syntax

extension Checker {
    /// The groupings of a report or gate, each checked against all subjects.
    mutating func groupings(_ groups: [GroupSyntax], of judged: [Judged]) throws(CheckFailure) -> [Grouping] {
        if groups.isEmpty { return [Grouping(factors: [])] }
        var groupings: [Grouping] = []
        var failed = false
        for group in groups {
            if let all = everyGrouping(group, judged) {
                groupings += all
            } else if let checked = attempt({ checker throws(CheckFailure) in
                try checker.grouping(group, judged)
            }) {
                groupings.append(checked)
            } else {
                failed = true
            }
        }
        if failed { throw failSilently() }
        return groupings
    }

    /// `by all`: every attribute that varies in all subjects alone, then all pairs; nil for another grouping.
    private func everyGrouping(_ group: GroupSyntax, _ judged: [Judged]) -> [Grouping]? {
        guard group.factors.count == 1, group.factors[0].attribute.text == "all", group.factors[0].bins == nil
        else {
            return nil
        }
        let common = catalogue.attributes.filter { attribute in
            judged.allSatisfy { varies(attribute.name, in: $0.subject) }
        }
        let factors = common.map {
            Grouping.Factor(attribute: $0.name, binning: defaultBinning(of: $0, judged))
        }
        let pairs = factors.indices.flatMap { first in
            factors[(first + 1)...].map { Grouping(factors: [factors[first], $0]) }
        }
        return factors.map { Grouping(factors: [$0]) } + pairs
    }

    /// Whether an attribute makes groups of a subject.
    func varies(_ attribute: String, in subject: Subject) -> Bool {
        switch subject {
        case .cohort(let cohort): (cohort.axis(attribute)?.levels.count ?? 0) > 1
        case .dataset(let dataset): dataset.mappings.contains { $0.attribute == attribute }
        }
    }

    /// The attribute that a word of a grouping means: itself, or the text of a constant, as of a function's parameter.
    private func named(_ word: Name) -> Name {
        guard catalogue.attribute(word.text) == nil,
            case .constant(let value)? = environment.binding(of: word.text), let text = value.asText
        else { return word }
        return Name(text: text, span: word.span)
    }

    /// A grouping, checked against all subjects.
    mutating func grouping(_ group: GroupSyntax, _ judged: [Judged]) throws(CheckFailure) -> Grouping {
        var factors: [Grouping.Factor] = []
        for factor in group.factors {
            let attribute = try attribute(named(factor.attribute), allowing: ["all"])
            if factors.contains(where: { $0.attribute == attribute.name }) {
                throw fail(
                    Diagnostic(
                        "E0309", "`\(attribute.name)` is crossed with itself", at: factor.attribute.span))
            }
            for subject in Self.unique(judged.map(\.subject)) where !varies(attribute.name, in: subject) {
                throw fail(cannotGroup(by: factor.attribute, subject))
            }
            let binning = try factor.bins.map { bins throws(CheckFailure) in
                try self.binning(bins, of: attribute)
            }
            factors.append(
                Grouping.Factor(
                    attribute: attribute.name, binning: binning ?? defaultBinning(of: attribute, judged)))
        }
        return Grouping(factors: factors)
    }

    static func unique(_ subjects: [Subject]) -> [Subject] {
        var seen: Set<String> = []
        return subjects.filter { seen.insert($0.name).inserted }
    }

    /// Ages of a data set are gathered as the attribute's step says; those of a cohort are few already.
    func defaultBinning(of attribute: AttributeDefinition, _ judged: [Judged]) -> Grouping.Binning? {
        guard case .years(_, let step) = attribute.domain else { return nil }
        let hasDataset = judged.contains { if case .dataset = $0.subject { true } else { false } }
        return hasDataset ? .width(Double(step)) : nil
    }

    private mutating func binning(
        _ bins: GroupSyntax.Bins, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> Grouping.Binning {
        let expression: Expression =
            switch bins {
            case .width(let width): width
            case .edges(let edges): edges
            }
        switch attribute.domain {
        case .years, .number: break
        default:
            throw fail(
                Diagnostic(
                    "E0411", "`\(attribute.name)` is no number, so it has no bins", at: expression.span,
                    helps: ["write `by \(attribute.name)` alone"]))
        }
        let numbers = try constant(expression).elements.map(\.asDouble)
        let edges = numbers.compactMap { $0 }
        if case .width = bins, edges.count == 1, edges[0] > 0 { return .width(edges[0]) }
        if case .edges = bins, edges.count == numbers.count, edges.count > 1,
            zip(edges, edges.dropFirst()).allSatisfy(<)
        {
            return .edges(edges)
        }
        throw fail(
            Diagnostic(
                "E0411", "these bins make no groups", at: expression.span,
                label: "expected a width above 0, or edges that rise",
                helps: ["for example `age bin 20` or `age bins [0, 40, 60, 120]`"]))
    }

    /// The finding that a subject cannot be grouped by an attribute.
    func cannotGroup(by name: Name, _ subject: Subject) -> Diagnostic {
        switch subject {
        case .cohort(let cohort): doesNotVary(name, cohort)
        case .dataset(let dataset): hasNoAttribute(name, dataset)
        }
    }

    private func hasNoAttribute(_ name: Name, _ dataset: DatasetDescription) -> Diagnostic {
        let mapped = dataset.mappings.map { "\($0.attribute) <- \($0.column.name)" }.joined(separator: ", ")
        var tables = dataset.tables.reversed().map(\.path).compactMap { path -> String? in
            guard let columns = try? schema.columns(of: path) else { return nil }
            return "columns of \(path): \(columns.prefix(20).joined(separator: ", "))"
        }
        let label = tables.isEmpty ? "" : tables.removeFirst()
        return Diagnostic(
            "E0502", "dataset `\(dataset.name)` has no attribute `\(name.text)`", at: name.span, label: label,
            notes: tables + ["mapped so far: \(mapped.isEmpty ? "nothing" : mapped)"],
            helps: ["name its column: `map {\(name.text): COLUMN}`"])
    }

    private func doesNotVary(_ name: Name, _ cohort: CohortDescription) -> Diagnostic {
        let varying = cohort.axes.filter { $0.levels.count > 1 }
        let words = varying.map { "\($0.attribute) (\($0.levels.count))" }
        let list =
            words.count > 1
            ? words.dropLast().joined(separator: ", ") + " and " + (words.last ?? "") : words.first
        var help = ""
        if let example = catalogue.attribute(name.text)?.axisExample {
            let now = cohort.imageCount
            help =
                "add an axis such as `\(example.text)` (\(example.count) x the images: \(Words.grouped(now))"
            help += " -> \(Words.grouped(now * example.count)))"
        }
        if !varying.isEmpty { help += ", or report by \(varying.map(\.attribute).joined(separator: " or "))" }
        let span = environment.made[cohort.name]?.span == nil ? nil : cohort.span
        return Diagnostic(
            "E0501", "cannot report by `\(name.text)`: this cohort does not vary it", at: name.span,
            secondary: span.map { [Label($0, "varies \(list ?? "nothing")")] } ?? [], helps: [help])
    }
}
