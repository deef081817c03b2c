import Diagnostics
import Syntax

/// What `help`, hovers and `doc` tell about a word: of the language, of the catalogue, or bound by the script.
package struct Documentation {
    private let catalogue: Catalogue
    private let environment: CheckEnvironment

    /// Documents what a catalogue knows and what an environment has bound.
    package init(catalogue: Catalogue, environment: CheckEnvironment = CheckEnvironment()) {
        self.catalogue = catalogue
        self.environment = environment
    }

    /// What is asked about without a topic.
    package var overview: String {
        let statements = StatementGuide.entries.map(\.word).joined(separator: " ")
        return """
            `help WORD` tells of a statement, a metric, an attribute, a classifier, an option, a code or a name of yours.

            statements   \(statements)
            attributes   \(attributes.map(\.name).joined(separator: " "))
            metrics      \(catalogue.metrics.map(\.name).joined(separator: " "))
            generators   \(catalogue.generators.map(\.name).joined(separator: " "))
            classifiers  \(catalogue.classifiers.map(\.name).joined(separator: " "))
            settings     \(catalogue.settings.map(\.name).joined(separator: " "))
            """
    }

    /// The documentation of a word; nil where nothing is known of it.
    package func text(for topic: String) -> String? {
        bound(topic) ?? CodeRegistry.entry(topic).map { $0.text } ?? statement(topic) ?? metric(topic)
            ?? attribute(topic) ?? model(topic) ?? option(topic)
    }

    /// Everything that `text(for:)` knows, for suggestions.
    package var topics: [String] {
        environment.names + StatementGuide.entries.map(\.word)
            + catalogue.metrics.flatMap { [$0.name] + $0.aliases } + attributes.map(\.name)
            + catalogue.generators.map(\.name) + catalogue.classifierSources + options.map(\.definition.name)
    }

    private var attributes: [AttributeDefinition] { catalogue.attributes + environment.attributes }

    // MARK: Kinds of words

    private func statement(_ topic: String) -> String? {
        StatementGuide.entry(topic)?.text
            ?? Keyword(rawValue: topic).flatMap(WordEntry.of).map { "\(topic): \($0.summary)\n\n\($0.form)" }
    }

    private func metric(_ topic: String) -> String? {
        if topic == "metrics" { return catalogue.metricGuide }
        return catalogue.metric(topic)?.explanation
    }

    /// A name that the script has bound, with its doc comment.
    private func bound(_ topic: String) -> String? {
        guard let entry = environment.entries[topic] else { return nil }
        return ([entry.binding.description(named: topic)] + [entry.documentation].compactMap { $0 })
            .joined(separator: "\n")
    }

    /// An attribute: its values, wording and columns.
    private func attribute(_ topic: String) -> String? {
        guard let attribute = attributes.last(where: { $0.name == topic }) else { return nil }
        var lines = ["\(attribute.name): \(attribute.title)", "values: \(attribute.domain.phrase)"]
        let words = attribute.words.sorted { $0.key < $1.key }.map { "\($0.key) is \"\($0.value)\"" }
        if !words.isEmpty { lines.append("in prompts: \(Words.list(words))") }
        let synonyms = attribute.valueSynonyms.sorted { $0.key < $1.key }.map { "\($0.key) is \($0.value)" }
        if !synonyms.isEmpty { lines.append("in tables: \(synonyms.joined(separator: ", "))") }
        if !attribute.columnSynonyms.isEmpty {
            lines.append("columns: \(attribute.columnSynonyms.joined(separator: ", "))")
        }
        if let standard = attribute.cohortDefault {
            lines.append("a cohort that does not mention it: \(standard.text)")
        }
        if let example = attribute.axisExample { lines.append("for example: cohort \(example.text) n 2") }
        return lines.joined(separator: "\n")
    }

    /// A generator, a classifier of the zoo, a network or a kind of plot.
    private func model(_ topic: String) -> String? {
        if let generator = catalogue.generator(topic) {
            return (["\(generator.name): \(generator.title)"] + generator.options.map(\.line))
                .joined(separator: "\n")
        }
        if let network = catalogue.network(topic) {
            return
                (["\(network.name): \(network.title)", "classifier mine = \(network.spelling) with ..."]
                + network.options.map(\.line)).joined(separator: "\n")
        }
        if let classifier = catalogue.classifier(topic) {
            return "\(classifier.name): \(classifier.title)"
        }
        return nil
    }

    /// An option or setting, wherever it may stand.
    private func option(_ topic: String) -> String? {
        let found = options.filter { $0.definition.name == topic }
        guard !found.isEmpty else { return nil }
        return found.map { "\($0.definition.line)  (\($0.owner))" }.joined(separator: "\n")
    }

    private var options: [(definition: OptionDefinition, owner: String)] {
        [
            ("set", catalogue.settings), ("audit", catalogue.auditOptions),
            ("report", catalogue.reportOptions),
            ("compare", catalogue.compareOptions), ("sample", catalogue.sampleOptions),
        ].flatMap { owner, definitions in definitions.map { ($0, owner) } }
            + catalogue.generators.flatMap { generator in generator.options.map { ($0, generator.name) } }
            + catalogue.datasets.flatMap { dataset in dataset.options.map { ($0, dataset.name) } }
    }
}

extension OptionDefinition {
    /// `steps: a whole number from 1 to 1000: sampler steps`
    fileprivate var line: String {
        let values = takes
        let standard = defaults.map { " [\($0.map(\.shown).joined(separator: " "))]" } ?? ""
        return "  \(spelling)\(values.isEmpty ? "" : " \(values)")\(standard): \(summary)"
    }
}

extension AttributeDefinition.Domain {
    /// The values, in words.
    package var phrase: String {
        switch self {
        case .words(let words): words.joined(separator: ", ")
        case .years(let range, let step):
            "whole years from \(range.lowerBound) to \(range.upperBound), in steps of \(step)"
        case .number(let range, let unit):
            "numbers from \(Value.canonical(range.lowerBound)) to \(Value.canonical(range.upperBound)) \(unit)"
        case .fitzpatrick: "Fitzpatrick types I to VI"
        }
    }
}
