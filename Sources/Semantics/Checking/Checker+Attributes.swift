import Diagnostics
import Syntax

extension Checker {
    /// Checks `attribute` and adds it to those that cohorts, tables and groups may name.
    mutating func checkAttribute(
        _ statement: AttributeStatement, _ span: SourceSpan
    ) throws(CheckFailure) {
        let name = statement.name
        if ["n", "prompt", "from", "seed"].contains(name.text) {
            throw fail(
                Diagnostic(
                    "E0308", "`\(name.text)` is a clause of cohorts, so no attribute has this name",
                    at: name.span))
        }
        if catalogue.attribute(name.text) != nil {
            throw fail(Diagnostic("E0307", "there is an attribute `\(name.text)` already", at: name.span))
        }
        let options = try checkOptions(
            statement.options, Catalogue.attributeOptions, of: "attribute `\(name.text)`")
        let domain = try domain(statement.domain, unit: options.text("unit") ?? "")
        var definition = AttributeDefinition(
            name: name.text, title: options.text("title") ?? documentation ?? name.text, domain: domain,
            words: [:], valueSynonyms: [:], columnSynonyms: columns(options) ?? [name.text],
            isVocabulary: options.has("vocabulary"), cohortDefault: nil)
        definition.valueSynonyms = try synonyms(options["synonyms"], of: definition)
        definition.words = try words(options["words"], of: definition)
        definition.cohortDefault = try standard(options["default"], of: definition)
        take([definition])
    }

    /// Makes attributes known; one that is known already, as of a module used twice, stays as it is.
    mutating func take(_ attributes: [AttributeDefinition]) {
        for attribute in attributes where catalogue.attribute(attribute.name) == nil {
            catalogue.attributes.append(attribute)
            environment.attributes.append(attribute)
        }
    }

    private mutating func domain(
        _ syntax: AttributeStatement.Domain, unit: String
    ) throws(CheckFailure) -> AttributeDefinition.Domain {
        switch syntax {
        case .fitzpatrick: return .fitzpatrick
        case .words(let set):
            let values = try constant(set).elements
            let words = values.compactMap(\.asText)
            guard !words.isEmpty, words.count == values.count, Set(words).count == words.count else {
                throw fail(
                    Diagnostic(
                        "E0428", "an `enum` holds words, each once", at: set.span,
                        helps: ["for example `enum [none, some, dense]`"]))
            }
            return .words(words)
        case .years(let range):
            let (low, high, step) = try bounds(of: range)
            guard let first = Int(exactly: low), let last = Int(exactly: high),
                let width = Int(exactly: step),
                width > 0
            else {
                throw fail(
                    Diagnostic(
                        "E0428", "`years` runs between whole numbers", at: range.span,
                        helps: ["for example `years 0..120 step 10`"]))
            }
            return .years(first...last, step: width)
        case .number(let range):
            guard let range else { return .number(-1e9...1e9, unit: unit) }
            let (low, high, _) = try bounds(of: range)
            return .number(low...high, unit: unit)
        }
    }

    private mutating func bounds(
        of range: Expression
    ) throws(CheckFailure) -> (low: Double, high: Double, step: Double) {
        guard case .range(let lower, let upper, false, let step) = try constant(range),
            let low = lower.asDouble, let high = upper.asDouble, low < high
        else {
            throw fail(
                Diagnostic(
                    "E0428", "expected a range of numbers such as `0..120`", at: range.span))
        }
        return (low, high, step ?? 10)
    }

    // MARK: Options

    /// `columns [age, years]`, or `columns none` for an attribute that only `map` finds; nil where nothing is said.
    private func columns(_ options: ResolvedOptions) -> [String]? {
        let columns = options.texts("columns")
        return columns == ["none"] ? [] : columns
    }

    /// `synonyms {m: ["male", "man"]}`: from the texts, in lower case, to the value.
    private mutating func synonyms(
        _ entry: ResolvedOptions.Entry?, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> [String: String] {
        var synonyms: [String: String] = [:]
        for (value, texts) in try byValue(entry, of: attribute) {
            for text in texts { synonyms[text.lowercased()] = value }
        }
        return synonyms
    }

    /// `words {m: "male"}`: what a prompt says for a value.
    private mutating func words(
        _ entry: ResolvedOptions.Entry?, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> [String: String] {
        try byValue(entry, of: attribute).mapValues { $0.joined(separator: " ") }
    }

    /// The texts that an option gives values of the attribute.
    private mutating func byValue(
        _ entry: ResolvedOptions.Entry?, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> [String: [String]] {
        guard let entry, let span = entry.span, case .record(let fields)? = entry.values.first else {
            return [:]
        }
        var found: [String: [String]] = [:]
        for field in fields {
            guard let value = attribute.value(of: field.name) else {
                let known: [String] = if case .words(let words) = attribute.domain { words } else { [] }
                throw fail(unknown("E0404", "value", field.name, span, among: known))
            }
            found[value.text] = field.value.elements.compactMap(\.asText)
        }
        return found
    }

    /// `default melanoma`: the value of a cohort that does not mention the attribute.
    private mutating func standard(
        _ entry: ResolvedOptions.Entry?, of attribute: AttributeDefinition
    ) throws(CheckFailure) -> AttributeValue? {
        guard let entry, let text = entry.values.first?.asText, let span = entry.span else { return nil }
        if let value = attribute.value(of: text) { return value }
        let known: [String] = if case .words(let words) = attribute.domain { words } else { [] }
        throw fail(unknown("E0404", "value", text, span, among: known))
    }
}
