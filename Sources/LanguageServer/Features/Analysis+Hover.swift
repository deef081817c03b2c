import Diagnostics
import Semantics
import Syntax

extension Analysis {
    /// What is said about the word at an offset; nil where there is nothing to say.
    func hover(at offset: Int) -> Hover? {
        guard let span = word(at: offset), let markdown = markdown(about: span) else { return nil }
        return Hover(contents: Hover.Markup(value: markdown), range: text.range(of: span))
    }

    private func markdown(about span: SourceSpan) -> String? {
        let word = source.text(of: span)
        if let meaning = index.meaning(at: span) { return markdown(meaning, word) }
        guard let token = parsed.token(at: span.start), token.span == span else { return nil }
        switch token.kind {
        case .keyword(let keyword): return Self.markdown(keyword)
        case .fitzpatrick: return "`\(word)`: Fitzpatrick skin type; types run from `I` to `VI`"
        case .identifier: return catalogueWord(word)
        default: return nil
        }
    }

    private func markdown(_ meaning: WordMeaning, _ word: String) -> String? {
        switch meaning {
        case .bound(let place): return index.bound[place].map(markdown)
        case .attribute(let name): return catalogue.attribute(name).map(Self.markdown)
        case .metric(let name): return catalogue.metric(name)?.section
        case .classifier(let name): return catalogue.classifier(name).map(Self.markdown)
        case .network(let name):
            return catalogue.network(name).map { "`\($0.spelling)`: \($0.title)" }
        case .generator(let name): return catalogue.generator(name).map { "generator `\(name)`: \($0.title)" }
        case .dataset(let name):
            return catalogue.datasets.first { $0.name == name }.map {
                "dataset source `\(name)`: \($0.title)"
            }
        case .plot(let name):
            return catalogue.plots.first { $0.name == name }.map { "plot `\(name)`: \($0.title)" }
        case .format(let name):
            return catalogue.formats.first { $0.name == name }.map {
                "format `\(name)`: for \($0.takes.map(\.phrase).joined(separator: " or "))"
            }
        case .option(let option): return Self.markdown(option, "option")
        case .setting(let option): return Self.markdown(option, "setting")
        }
    }

    /// A word in a statement that could not be understood, looked up alone.
    private func catalogueWord(_ word: String) -> String? {
        catalogue.metric(word)?.section ?? catalogue.attribute(word).map(Self.markdown)
            ?? catalogue.classifier(word).map(Self.markdown)
    }

    /// The catalogue with the attributes that the script declares.
    private var catalogue: Catalogue {
        var catalogue = Catalogue.standard
        catalogue.attributes += result.environment.attributes
        return catalogue
    }

    // MARK: Names

    /// What a name stands for, and what its author wrote about it.
    private func markdown(_ name: BoundName) -> String {
        let phrase = "```dermaudit\n\(name.name): \(BoundNameText.phrase(name.binding))\n```"
        let origin = name.place.file.map { "bound in `\($0)`" }
        return [phrase, name.documentation, origin].compactMap { $0 }.joined(separator: "\n\n")
    }

    // MARK: The catalogue

    private static func markdown(_ keyword: Keyword) -> String? {
        guard let entry = WordEntry.of(keyword) else {
            return "`\(keyword.rawValue)` is reserved for a later version"
        }
        return "```dermaudit\n\(entry.form)\n```\n\n\(entry.summary)"
    }

    private static func markdown(_ attribute: AttributeDefinition) -> String {
        let words = attribute.words.sorted { $0.key < $1.key }.map { "`\($0.key)` as \"\($0.value)\"" }
        let facts = [
            ("values", values(attribute.domain)),
            ("in prompts", words.joined(separator: ", ")),
            ("where a cohort does not state it", attribute.cohortDefault.map { "`\($0.text)`" } ?? ""),
            ("columns", attribute.columnSynonyms.map { "`\($0)`" }.joined(separator: ", ")),
        ]
        return
            (["attribute `\(attribute.name)`: \(attribute.title)", ""]
            + facts.filter { !$0.1.isEmpty }.map { "- **\($0.0):** \($0.1)" }).joined(separator: "\n")
    }

    private static func values(_ domain: AttributeDefinition.Domain) -> String {
        guard case .words(let words) = domain else { return domain.phrase }
        return words.map { "`\($0)`" }.joined(separator: ", ")
    }

    private static func markdown(_ classifier: ClassifierDefinition) -> String {
        var text =
            "classifier `\(classifier.name)`: \(classifier.title)\n\n- **input:** \(classifier.inputSide) pixels"
        if let images = classifier.learnedFrom { text += "\n- **embedded weights learned from:** \(images)" }
        return text
    }

    private static func markdown(_ option: OptionDefinition, _ noun: String) -> String {
        var text = "\(noun) `\(option.spelling)`: \(option.summary)"
        if !option.takes.isEmpty { text += "\n\n- **takes:** \(option.takes)" }
        if let values = option.defaults, !values.isEmpty {
            text += "\n- **where none is written:** `\(values.map(\.shown).joined(separator: " "))`"
        }
        return text
    }
}
