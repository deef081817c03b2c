import Diagnostics
import Syntax

extension Checker {
    /// Checks options against what the catalogue knows, and completes them with its defaults.
    ///
    /// - Parameter owner: whose options they are, in words: ``generator `lightningdit` ``.
    mutating func checkOptions(
        _ options: [OptionSyntax], _ definitions: [OptionDefinition], of owner: String
    ) throws(CheckFailure) -> ResolvedOptions {
        var written: [String: ResolvedOptions.Entry] = [:]
        var failed = false
        for option in options.map({ Self.shortened($0, definitions) }) {
            let entry = attempt { checker throws(CheckFailure) in
                try checker.checkOption(option, definitions, of: owner, earlier: written[option.name.text])
            }
            if let entry { written[entry.name] = entry } else { failed = true }
        }
        if failed { throw failSilently() }
        return ResolvedOptions(
            entries: definitions.compactMap { definition in
                written[definition.name]
                    ?? definition.defaults.map {
                        ResolvedOptions.Entry(name: definition.name, values: $0, isDefault: true, span: nil)
                    }
            })
    }

    /// An option without the word before its name: `guidance channels all` becomes `channels all`.
    private static func shortened(_ option: OptionSyntax, _ definitions: [OptionDefinition]) -> OptionSyntax {
        guard case .path(let path)? = option.values.first?.kind,
            definitions.contains(where: { $0.leading == option.name.text && $0.name == path.text })
        else { return option }
        return OptionSyntax(
            name: Name(text: path.text, span: path.span), values: Array(option.values.dropFirst()),
            span: option.span)
    }

    private mutating func checkOption(
        _ option: OptionSyntax, _ definitions: [OptionDefinition], of owner: String,
        earlier: ResolvedOptions.Entry?
    ) throws(CheckFailure) -> ResolvedOptions.Entry {
        guard let definition = definitions.first(where: { $0.name == option.name.text }) else {
            throw fail(
                unknown(
                    "E0314", "option", option.name.text, option.name.span, among: definitions.map(\.spelling),
                    helps: definitions.isEmpty ? ["\(owner) has no options"] : []))
        }
        if let earlier {
            throw fail(
                Diagnostic(
                    "E0415", "option `\(definition.name)` is written twice", at: option.span,
                    secondary: earlier.span.map { [Label($0, "here first")] } ?? []))
        }
        notes.note(.option(definition), at: option.name.span)
        if let next = optionWithoutComma(in: option, definition, definitions) { throw fail(next) }
        let values = try checkValues(of: option, definition)
        return ResolvedOptions.Entry(
            name: definition.name, values: values, isDefault: false, span: option.span)
    }

    /// The finding that among the values of an option the name of another stands, where a comma is missing before it.
    private func optionWithoutComma(
        in option: OptionSyntax, _ definition: OptionDefinition, _ definitions: [OptionDefinition]
    ) -> Diagnostic? {
        guard definition.phrase.isEmpty, option.values.count > definition.parameters.count else { return nil }
        for (before, value) in zip(option.values, option.values.dropFirst()) {
            guard case .path(let path) = value.kind, path.isSingle,
                definitions.contains(where: { $0.name == path.text })
            else { continue }
            let end = before.span.end
            return Diagnostic(
                "E0414", "option `\(path.text)` stands among the values of `\(definition.name)`",
                at: value.span,
                label: "a comma is missing before it", edits: [Edit(SourceSpan(end, end), ",")])
        }
        return nil
    }

    /// Checks the values of an option or setting.
    mutating func checkValues(of option: OptionSyntax, _ definition: OptionDefinition) throws(CheckFailure)
        -> [Value]
    {
        guard definition.phrase.isEmpty else { return try checkPhrase(option, definition) }
        let parameters = definition.parameters
        guard option.values.count >= definition.required, option.values.count <= parameters.count else {
            let wanted = parameters.isEmpty ? "no value" : parameters.map(\.phrase).joined(separator: " and ")
            throw fail(
                Diagnostic(
                    "E0414", "`\(definition.name)` takes \(wanted)", at: option.span,
                    label: "found \(Words.count(option.values.count, "value"))", helps: [definition.summary]))
        }
        var values: [Value] = []
        for (expression, parameter) in zip(option.values, parameters) {
            values.append(try checkValue(expression, parameter, of: definition))
        }
        let rest = (definition.defaults ?? []).dropFirst(values.count)
        return values + rest.prefix(parameters.count - values.count)
    }

    private mutating func checkValue(
        _ expression: Expression, _ kind: OptionDefinition.Kind, of definition: OptionDefinition
    ) throws(CheckFailure) -> Value {
        let value = try optionValue(expression, kind)
        if let fitting = kind.fitting(value) {
            guard kind == .inputFile || kind == .column, let path = fitting.asText else { return fitting }
            let isTable = definition.name == "attributes" || path.lowercased().hasSuffix(".csv")
            guard kind == .inputFile || isTable else { return fitting }
            let value = located(fitting, expression)
            if kind == .inputFile { try checkExists(value, at: expression.span) }
            return value
        }
        var label = ""
        var edits: [Edit] = []
        if let text = value.asText, let near = Suggestion.nearest(to: text, among: kind.words) {
            label = "did you mean `\(near)`?"
            edits = [Edit(expression.span, near)]
        } else if kind.takesShare, let number = value.asInteger, (2...100).contains(number) {
            label = "did you mean `\(number)%`?"
            edits = [Edit(expression.span, "\(number)%")]
        }
        throw fail(
            Diagnostic(
                "E0406",
                "`\(definition.name)` takes \(kind.phrase), not `\(source.text(of: expression.span).prefix(40))`",
                at: expression.span, label: label, helps: [definition.summary], edits: edits))
    }

    /// A value as an option means it: a bare word stands for itself where words or columns are wanted.
    private mutating func optionValue(
        _ expression: Expression, _ kind: OptionDefinition.Kind
    ) throws(CheckFailure) -> Value {
        if kind.takesWords, let value = words(expression, kind) { return value }
        switch kind {
        case .shareOrWord, .triple:
            if case .path(let path) = expression.kind, !isConstant(path) { return .word(path.text) }
        default: break
        }
        return try constant(expression)
    }

    private func isConstant(_ path: NamePath) -> Bool {
        if path.isSingle, case .constant? = environment.binding(of: path.text) { true } else { false }
    }

    /// The bare words and numbers of a name, of a set or of a record; nil for anything else.
    private mutating func words(_ expression: Expression, _ kind: OptionDefinition.Kind) -> Value? {
        switch expression.kind {
        case .path(let path) where path.isSingle: return named(path, kind) ?? .word(path.text)
        case .unknown: return .word("unknown")
        case .string(let literal): return literal.plainText.map { .string($0) }
        case .integer, .number, .prefix(.minus, _): return Value(literal: expression)
        case .set(let items):
            let values = items.compactMap { words($0, .level) }
            return values.count == items.count ? .set(values) : nil
        case .record(let entries):
            let fields = entries.compactMap { entry in
                words(entry.value, .level).map { Value.Field(name: entry.name.text, value: $0) }
            }
            return fields.count == entries.count ? .record(fields) : nil
        default: return nil
        }
    }

    /// The value of a constant that a bare word names, where it fits: text, or what the option takes; else the word means itself.
    private mutating func named(_ path: NamePath, _ kind: OptionDefinition.Kind) -> Value? {
        guard case .constant(let value)? = environment.binding(of: path.text), kind.fitting(value) != nil
        else {
            return nil
        }
        noteUse(of: path)
        wordsOfConstants.append(path.first)
        return value
    }

    /// Checks that a file is there.
    mutating func checkExists(_ value: Value, at span: SourceSpan) throws(CheckFailure) {
        guard let path = value.asText, !schema.exists(path) else { return }
        throw fail(
            Diagnostic(
                "E0418", "there is no file `\(path)`", at: span,
                helps: ["a relative path begins at the folder of the script"]))
    }
}
