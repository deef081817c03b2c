import Diagnostics
import Syntax

/// What `doc`, `help`, the REPL and editors tell about a word: of the language, of the catalogue, of the standard library, or
/// bound by the script.
package struct Documentation {
    let catalogue: Catalogue
    private let environment: CheckEnvironment
    /// Where the modules of the standard library are; nil without.
    let library: (any SchemaProvider)?

    /// Documents what a catalogue and a library know and what an environment has bound.
    package init(
        catalogue: Catalogue, environment: CheckEnvironment = CheckEnvironment(),
        library: (any SchemaProvider)? = nil
    ) {
        self.catalogue = catalogue
        self.environment = environment
        self.library = library
    }

    /// The documentation of a word, or of all words of a kind; nil where nothing is known of it.
    package func text(for topic: String) -> String? {
        if topic == TopicKind.metric.plural { return catalogue.metricGuide }
        if let kind = TopicKind(plural: topic) { return list(of: kind) }
        let found = topics(for: topic)
        return found.isEmpty ? nil : found.map(\.text).joined(separator: "\n\n")
    }

    /// Everything that is known of a word, which may mean several things; empty where nothing is.
    package func topics(for word: String) -> [DocumentedTopic] {
        let own = [
            bound(word), CodeRegistry.entry(word).map(Self.topic), statement(word),
            catalogue.metric(word).map(Self.topic),
            attributes.last { $0.name == word }.map(Self.topic),
        ]
        return (own + [generator(word), model(word), dataset(word), plot(word), format(word)])
            .compactMap { $0 } + options(word) + [module(word)].compactMap { $0 }
    }

    /// What a word means where it stands in a script; nil for a name that the script has bound.
    package func topic(_ meaning: WordMeaning) -> DocumentedTopic? {
        switch meaning {
        case .bound: nil
        case .attribute(let name): attributes.last { $0.name == name }.map(Self.topic)
        case .metric(let name): catalogue.metric(name).map(Self.topic)
        case .classifier(let name), .network(let name): model(name)
        case .generator(let name): generator(name)
        case .dataset(let name): dataset(name)
        case .plot(let name): plot(name)
        case .format(let name): format(name)
        case .option(let option): Self.topic(option, .option)
        case .setting(let option): Self.topic(option, .setting)
        }
    }

    /// What a word of the language does; nil for one of a later version.
    package func topic(_ keyword: Keyword) -> DocumentedTopic? {
        statement(keyword.rawValue)
    }

    /// A word in a statement that could not be understood, looked up alone.
    package func topic(ofUnresolved word: String) -> DocumentedTopic? {
        catalogue.metric(word).map(Self.topic) ?? attributes.last { $0.name == word }.map(Self.topic)
            ?? (catalogue.classifier(word) == nil ? nil : model(word))
    }

    /// The known word nearest to one of which nothing is known: a module's names by their own as well.
    package func nearest(to word: String) -> String? {
        let names = moduleNames
        return names.first { $0.hasSuffix("." + word) }
            ?? Suggestion.nearest(
                to: word, among: known + CodeRegistry.entries.map(\.code.description) + names)
    }

    /// The words that are known without opening a module, for completion.
    package var known: [String] {
        TopicKind.allCases.filter { $0 != .code }.flatMap(words) + catalogue.metrics.flatMap(\.aliases)
            + [TopicKind.attribute, .metric, .option, .module, .code, .statement].map(\.plural)
    }

    /// The words of a kind, in their order.
    func words(of kind: TopicKind) -> [String] {
        switch kind {
        case .name: environment.names
        case .statement: StatementGuide.entries.map(\.word)
        case .word:
            Keyword.allCases.filter { WordEntry.of($0) != nil && StatementGuide.entry($0.rawValue) == nil }
                .map(\.rawValue)
        case .attribute: attributes.map(\.name)
        case .metric: catalogue.metrics.map(\.name)
        case .generator: catalogue.generators.map(\.name)
        case .classifier: catalogue.classifiers.map(\.name)
        case .network: catalogue.networks.map(\.name).filter { catalogue.classifier($0) == nil }
        case .dataset: catalogue.datasets.map(\.name)
        case .plot: catalogue.plots.map(\.name)
        case .format: catalogue.formats.map(\.name)
        case .setting: catalogue.settings.map(\.name)
        case .option: Set(ownedOptions.filter { $0.owner != "set" }.map(\.definition.name)).sorted()
        case .module: library?.moduleNames ?? []
        case .code: CodeRegistry.entries.map(\.code.description)
        }
    }

    private var attributes: [AttributeDefinition] { catalogue.attributes + environment.attributes }

    // MARK: The script's names

    /// A name that the script has bound, with its doc comment.
    private func bound(_ word: String) -> DocumentedTopic? {
        guard let entry = environment.entries[word] else { return nil }
        return Self.topic(word, entry.binding, entry.documentation, in: entry.origin?.file)
    }

    /// A name with what it stands for and what its author wrote about it.
    ///
    /// - Parameter file: the file or module that binds it; nil for the script itself.
    package static func topic(
        _ name: String, _ binding: CheckEnvironment.Binding, _ documentation: String?, in file: String?
    ) -> DocumentedTopic {
        let description = binding.description(named: name)
        let phrase = "```dermaudit\n\(name): \(binding.phraseWithFacts)\n```"
        let markdown = [phrase, documentation, file.map { "bound in `\($0)`" }]
        return DocumentedTopic(
            .name, name, documentation.map { DocComment($0).firstSentence } ?? description,
            text: [description, documentation].compactMap { $0 }.joined(separator: "\n"),
            markdown: markdown.compactMap { $0 }.joined(separator: "\n\n"))
    }
}
