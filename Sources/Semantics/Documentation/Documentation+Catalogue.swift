import Diagnostics
import Syntax

extension Documentation {
    private typealias Fact = DocumentedTopic.Fact

    /// A code with its wrong and right example.
    static func topic(_ code: CodeEntry) -> DocumentedTopic {
        DocumentedTopic(
            .code, code.code.description, code.title, text: code.text.trimmingLineEnds,
            markdown: code.markdown.trimmingLineEnds)
    }

    /// A metric with its formula and source.
    static func topic(_ metric: MetricDefinition) -> DocumentedTopic {
        DocumentedTopic(
            .metric, metric.name, metric.title, text: metric.explanation, markdown: metric.section)
    }

    /// An attribute: its values, wording and columns.
    package static func topic(_ attribute: AttributeDefinition) -> DocumentedTopic {
        let words = attribute.words.sorted { $0.key < $1.key }
        let synonyms = attribute.valueSynonyms.sorted { $0.key < $1.key }
        let standard = attribute.cohortDefault?.text
        return DocumentedTopic(
            .attribute, attribute.name, attribute.title,
            facts: [
                values(attribute.domain),
                Fact(
                    "in prompts", words.map { "\($0.key) is \"\($0.value)\"" }.joined(separator: ", "),
                    markdown: words.map { "`\($0.key)` as \"\($0.value)\"" }.joined(separator: ", ")),
                Fact(
                    "in tables", synonyms.map { "\($0.key) is \($0.value)" }.joined(separator: ", "),
                    markdown: synonyms.map { "`\($0.key)` as `\($0.value)`" }.joined(separator: ", ")),
                Fact("columns", names: attribute.columnSynonyms),
                Fact("where a cohort does not state it", names: [standard].compactMap { $0 }),
                Fact(
                    "for example",
                    names: [attribute.axisExample.map { "cohort \($0.text) n 2" }].compactMap { $0 }),
            ])
    }

    private static func values(_ domain: AttributeDefinition.Domain) -> Fact {
        guard case .words(let words) = domain else { return Fact("values", domain.phrase) }
        return Fact("values", names: words)
    }

    /// A statement, or a word inside statements.
    func statement(_ word: String) -> DocumentedTopic? {
        guard let keyword = Keyword(rawValue: word), let entry = WordEntry.of(keyword) else { return nil }
        let statement = StatementGuide.entry(word)
        return DocumentedTopic(
            statement == nil ? .word : .statement, word, entry.summary,
            text: statement?.text ?? "\(word): \(entry.summary)\n\n\(entry.form)",
            markdown: "```dermaudit\n\(entry.form)\n```\n\n\(entry.summary)")
    }

    /// A source of images.
    func generator(_ word: String) -> DocumentedTopic? {
        catalogue.generator(word).map { generator in
            DocumentedTopic(
                .generator, generator.name, generator.title, lines: generator.options.map { "  " + $0.line })
        }
    }

    /// A classifier of the zoo, or a network that runs from a file; where one name is both, both.
    func model(_ word: String) -> DocumentedTopic? {
        let classifier = catalogue.classifier(word)
        let network = catalogue.network(word)
        guard let title = classifier?.title ?? network?.title else { return nil }
        return DocumentedTopic(
            classifier == nil ? .network : .classifier, word, title,
            facts: [
                Fact("input", classifier.map { "\($0.inputSide) pixels" } ?? ""),
                Fact("embedded weights learned from", classifier?.learnedFrom ?? ""),
                Fact(
                    "own weights",
                    names: [network.map { "classifier mine = \($0.spelling) with ..." }].compactMap { $0 }),
            ], lines: (network?.options ?? []).map { "  " + $0.line })
    }

    /// A source of data sets.
    func dataset(_ word: String) -> DocumentedTopic? {
        catalogue.datasets.first { $0.name == word }.map { dataset in
            DocumentedTopic(
                .dataset, dataset.name, dataset.title, lines: dataset.options.map { "  " + $0.line })
        }
    }

    /// A kind of plot.
    func plot(_ word: String) -> DocumentedTopic? {
        catalogue.plots.first { $0.name == word }.map { plot in
            DocumentedTopic(.plot, plot.name, plot.title, lines: plot.options.map { "  " + $0.line })
        }
    }

    /// A format of `export`.
    func format(_ word: String) -> DocumentedTopic? {
        catalogue.formats.first { $0.name == word }.map { format in
            DocumentedTopic(
                .format, format.name, "for \(format.takes.map(\.phrase).joined(separator: " or "))",
                facts: [Fact("chosen by", names: format.extensions.map { "." + $0 })])
        }
    }

    /// The options and settings of a name: one that stands in several places alike is told once.
    func options(_ word: String) -> [DocumentedTopic] {
        var told: [(definition: OptionDefinition, owners: [String])] = []
        for (definition, owner) in ownedOptions where definition.name == word {
            if let same = told.firstIndex(where: { $0.definition == definition }) {
                told[same].owners.append(owner)
            } else {
                told.append((definition, [owner]))
            }
        }
        return told.map { definition, owners in
            Self.topic(definition, owners == ["set"] ? .setting : .option, of: owners.joined(separator: ", "))
        }
    }

    /// An option or a setting.
    static func topic(
        _ option: OptionDefinition, _ kind: TopicKind, of owner: String = ""
    ) -> DocumentedTopic {
        let standard = option.defaults.map { $0.map(\.shown).joined(separator: " ") } ?? ""
        return DocumentedTopic(
            kind, option.spelling, option.summary,
            facts: [
                Fact("takes", option.takes),
                Fact("where none is written", names: standard.isEmpty ? [] : [standard]),
            ], owner: owner)
    }

    /// Every option with the statement, or the source, that takes it.
    var ownedOptions: [(definition: OptionDefinition, owner: String)] {
        let places: [(String, [OptionDefinition])] =
            [
                ("set", catalogue.settings), ("audit", catalogue.auditOptions),
                ("report", catalogue.reportOptions), ("compare", catalogue.compareOptions),
                ("sample", catalogue.sampleOptions), ("attribute", Catalogue.attributeOptions),
                ("classifier", Catalogue.networkOptions),
            ] + catalogue.generators.map { ($0.name, $0.options) }
            + catalogue.datasets.map { ($0.name, $0.options) }
            + catalogue.plots.map { ("plot \($0.name)", $0.options) }
        return places.flatMap { owner, definitions in definitions.map { ($0, owner) } }
    }
}

extension OptionDefinition {
    /// `steps: a whole number from 1 to 1000: sampler steps`
    fileprivate var line: String {
        let values = takes
        let standard = defaults.map { " [\($0.map(\.shown).joined(separator: " "))]" } ?? ""
        return "\(spelling)\(values.isEmpty ? "" : " \(values)")\(standard): \(summary)"
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
