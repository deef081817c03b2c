import Syntax

/// A place in a statement, known by the tokens before it.
struct CompletionPlace {
    private let words: [String]
    private let catalogue: Catalogue
    private let names: [String]

    /// Takes the tokens of the statement before the place.
    init(tokens: [Token], lexed: LexedSource, catalogue: Catalogue, names: [String]) {
        words = tokens.map { lexed.text(of: $0) }
        self.catalogue = catalogue
        self.names = names
    }

    /// Everything that may stand at the place.
    func candidates() -> [Completion] {
        guard let first = words.first else { return statementWords }
        if words.last == "." { return parts }
        switch first {
        case "cohort": return cohort
        case "audit": return audit
        case "report": return report
        case "compare": return compare
        case "plot": return plot
        case "set": return setting
        case "generator", "classifier", "dataset": return declaration(first)
        case "sample": return sample
        case "export": return export
        case "require", "expect", "print": return value
        case "edition": return words.count == 1 ? all(catalogue.editions.map(String.init), .value) : []
        default: return []
        }
    }

    private func all(_ texts: [String], _ kind: Completion.Kind) -> [Completion] {
        texts.map { Completion(text: $0, kind: kind) }
    }

    private var statementWords: [Completion] {
        all(Keyword.allCases.filter { $0.role == .statement }.map(\.rawValue), .word)
    }

    private var bound: [Completion] { all(names.sorted(), .name) }

    private var attributes: [Completion] { all(catalogue.attributes.map(\.name), .attribute) }

    private var metrics: [Completion] {
        all(
            catalogue.metrics.flatMap { [$0.name] + $0.aliases } + [
                "max", "min", "mean", "worst", "difference", "ratio",
            ], .metric)
    }

    private var classifiers: [Completion] { all(catalogue.classifiers.map(\.name), .classifier) + bound }

    /// The parts of a name behind a dot.
    private var parts: [Completion] {
        if words.dropLast().last == "it" { return all(["cohort", "audit", "report"], .name) }
        return classifiers
    }

    // MARK: Statements

    private var cohort: [Completion] {
        if let attribute = catalogue.attribute(words.last ?? "") {
            return all(["in"], .word) + all(values(of: attribute), .value)
        }
        if let attribute = openAttribute { return all(values(of: attribute), .value) }
        if words.last == "from" { return all(catalogue.generators.map(\.name), .source) + bound }
        if words.last == "n" || words.last == "seed" { return [] }
        return attributes + all(["n", "from", "prompt", "seed"], .word)
    }

    /// The attribute whose values are being typed: behind `in`, in brackets, or behind `..`.
    private var openAttribute: AttributeDefinition? {
        let closing = words.lastIndex(of: "]") ?? -1
        let opening = words.lastIndex(of: "[") ?? -1
        guard ["in", "..", "..<"].contains(words.last ?? "") || opening > closing else { return nil }
        let before = opening > closing ? words[..<opening] : words[...]
        return before.reversed().lazy.compactMap { catalogue.attribute($0) }.first
    }

    private func values(of attribute: AttributeDefinition) -> [String] {
        switch attribute.domain {
        case .words(let words): words + ["unknown"]
        case .fitzpatrick: (1...6).map(AttributeValue.numeral) + ["unknown"]
        case .years, .number: []
        }
    }

    private var audit: [Completion] {
        if let option = option(of: catalogue.auditOptions) { return option }
        if clause(["on"]) == "on" { return bound }
        if words.last == "," || words.last == "audit" || words.last == "=" {
            return all(["all"], .word) + classifiers
        }
        return all(["on", "with"], .word)
    }

    private var report: [Completion] {
        if let option = option(of: catalogue.reportOptions) { return option }
        let wantsName = [",", "*", "by", "of", "report", "("].contains(words.last ?? "")
        switch clause(["by", "of"]) {
        case "by":
            return wantsName ? attributes + all(["all"], .word) : all(["of", "with", "bin", "bins"], .word)
        case "of": return wantsName ? bound + all(["it"], .name) : all(["with"], .word)
        default: return wantsName ? metrics : all(["by", "of", "with"], .word)
        }
    }

    private var compare: [Completion] {
        if let option = option(of: catalogue.compareOptions) { return option }
        let wantsName = [",", "*", "by", "of", "vs", "compare", "("].contains(words.last ?? "")
        switch clause(["vs", "of", "by"]) {
        case "by": return wantsName ? attributes : all(["with", "bin", "bins"], .word)
        case "of": return wantsName ? metrics : all(["by", "with"], .word)
        case "vs": return wantsName ? bound : all(["vs", "of"], .word)
        default: return wantsName ? bound : all(["vs"], .word)
        }
    }

    private var plot: [Completion] {
        if words.count == 1 { return all(catalogue.plots.map(\.name), .word) }
        guard let definition = catalogue.plots.first(where: { $0.name == words[1] }) else { return [] }
        guard case .results(let taken, _, _) = definition.content else {
            return plot(["of", "rows", "columns"], options: definition.options)
        }
        let plotted = plot(["by", "of"], options: definition.options + catalogue.reportOptions)
        return
            (words.count == 2 || words.count > 2 && clause(["by", "of", "to"]) == nil && words.last == ",")
            && taken != .none
            ? all(
                catalogue.metrics.filter { $0.comparesGroups == (taken == .gaps) }.map(\.name), .metric)
                + plotted
            : plotted
    }

    /// The words of a plot with these clauses.
    private func plot(_ clauses: [String], options: [OptionDefinition]) -> [Completion] {
        if let option = option(of: options) { return option }
        let wantsName = (clauses + ["*"]).contains(words.last ?? "")
        guard wantsName else { return all(clauses + ["to", "with"], .word) }
        return clause(clauses) == "of" ? bound + all(["it"], .name) : attributes
    }

    private var setting: [Completion] {
        if words.count == 1 { return all(catalogue.settings.map(\.name), .option) }
        guard words.count == 2 else { return [] }
        return values(of: catalogue.settings.first { $0.name == words[1] })
    }

    private func declaration(_ kind: String) -> [Completion] {
        let source = words.count > 3 ? words[3] : ""
        let options: [OptionDefinition]
        let sources: [String]
        switch kind {
        case "generator":
            options = catalogue.generator(source)?.options ?? []
            sources = catalogue.generators.map(\.name)
        case "classifier":
            options =
                words.contains("(")
                ? catalogue.network(source)?.options ?? [] : catalogue.classifier(source)?.options ?? []
            sources = catalogue.classifierSources
        default:
            options = catalogue.datasets.first { $0.name == source }?.options ?? []
            sources = catalogue.datasets.map(\.name)
        }
        if let option = option(of: options) { return option }
        if words.last == "=" { return all(sources, .source) }
        return words.count > 3 ? all(["with"], .word) : []
    }

    private var sample: [Completion] {
        if let option = option(of: catalogue.sampleOptions) { return option }
        return words.count == 1 ? bound + all(["it"], .name) : all(["with"], .word)
    }

    private var export: [Completion] {
        if words.last == "as" { return all(catalogue.formats.map(\.name), .word) }
        if words.last == "export" || words.last == "," { return bound + all(["it"], .name) }
        return all(words.contains("to") ? ["as"] : ["to"], .word)
    }

    private var value: [Completion] {
        switch words.last {
        case "by", "*": return attributes
        case "of": return bound + all(["it"], .name)
        default:
            return metrics + all(["upper", "lower", "argmax", "argmin", "inconclusive"], .word) + bound
                + all(["by", "of", "and", "or", "because"], .word)
        }
    }

    // MARK: Clauses and options

    /// The last of several words before the place.
    private func clause(_ starts: [String]) -> String? {
        words.last { starts.contains($0) }
    }

    /// The options behind `with`, or the values of the one that is being written; nil before `with`.
    private func option(of definitions: [OptionDefinition]) -> [Completion]? {
        guard let with = words.lastIndex(of: "with") else { return nil }
        if words.last == "with" || words.last == "," { return all(definitions.map(\.spelling), .option) }
        let start = words[with...].lastIndex(of: ",") ?? with
        let option = definitions.first { $0.name == words[start + 1] }
        guard let option, !option.phrase.isEmpty else { return values(of: option) }
        return phrase(option, written: words[(start + 2)...])
    }

    /// The words of a phrase's places that are not filled yet; a number where one is wanted.
    private func phrase(_ option: OptionDefinition, written: ArraySlice<String>) -> [Completion] {
        let all = option.phrase.flatMap(\.words)
        if let last = all.first(where: { $0.text == written.last }), last.number != nil { return [] }
        let open = option.phrase.filter { slot in !slot.words.contains { written.contains($0.text) } }
        return self.all(open.flatMap { $0.words.map(\.text) }, .value)
    }

    private func values(of option: OptionDefinition?) -> [Completion] {
        all(option?.words ?? [], .value)
    }
}
