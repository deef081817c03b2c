import Diagnostics
import Syntax

extension Checker {
    /// Checks `generator`, `classifier` or `dataset`, and binds its name.
    mutating func checkDeclaration(
        _ declaration: Declaration, _ span: SourceSpan
    ) throws(CheckFailure) -> CheckedStatement.Action {
        switch declaration.kind {
        case .generator:
            let generator = try checkGenerator(declaration, span)
            try bind(declaration.name, to: .generator(generator))
            return .generator(generator)
        case .classifier:
            let classifier = try checkClassifier(declaration, span)
            try bind(declaration.name, to: .classifier(classifier))
            return .classifier(classifier)
        case .dataset: return try checkDataset(declaration, span)
        }
    }

    // MARK: Generators

    private mutating func checkGenerator(
        _ declaration: Declaration, _ span: SourceSpan
    ) throws(CheckFailure) -> GeneratorDescription {
        guard case .named(let path, let arguments, let sourceSpan) = declaration.source else {
            throw fail(
                Diagnostic(
                    "E0317", "a file alone does not say which generator it is of",
                    at: declaration.source.span,
                    label: "write `lightningdit(...)` around it"))
        }
        if isBroken(path) { throw failSilently() }
        if let known = environment.binding(of: path.text) {
            noteUse(of: path)
            return try derived(known, path, declaration, span)
        }
        guard let definition = catalogue.generator(path.text) else {
            throw fail(unknown("E0320", "generator", path.text, path.span, among: generatorNames))
        }
        notes.note(.generator(definition.name), at: path.span)
        // A file that is missing hides no other one that the options name.
        let weights = attempt { checker throws(CheckFailure) in
            try checker.checkWeights(
                arguments, isNeeded: definition.takesWeights, isAllowed: definition.takesWeights,
                of: path.text, sourceSpan)
        }
        let options = try checkOptions(
            declaration.options, definition.options, of: "generator `\(definition.name)`")
        guard let weights else { throw failSilently() }
        return GeneratorDescription(
            name: declaration.name.text, kind: definition.kind, weights: weights, options: options, span: span
        )
    }

    /// A generator made from a declared one, with other options: `generator h = g with steps 50`.
    private mutating func derived(
        _ known: CheckEnvironment.Binding, _ path: NamePath, _ declaration: Declaration, _ span: SourceSpan
    ) throws(CheckFailure) -> GeneratorDescription {
        guard case .generator(let base) = known, let definition = catalogue.generator(base.kind.rawValue)
        else {
            throw fail(wrongKind(path, known, expected: "a generator"))
        }
        let changes = try checkOptions(
            declaration.options, definition.options, of: "generator `\(definition.name)`")
        let entries = definition.options.compactMap { option in
            changes[option.name].flatMap { $0.isDefault ? nil : $0 } ?? base.options[option.name]
        }
        return GeneratorDescription(
            name: declaration.name.text, kind: base.kind, weights: base.weights,
            options: ResolvedOptions(entries: entries), span: span)
    }

    private var generatorNames: [String] {
        catalogue.generators.map(\.name) + names(of: "generator")
    }

    /// The generator behind `from`.
    mutating func generator(_ path: NamePath) throws(CheckFailure) -> GeneratorDescription {
        if isBroken(path) { throw failSilently() }
        if let binding = environment.binding(of: path.text) {
            noteUse(of: path)
            guard case .generator(let generator) = binding else {
                throw fail(wrongKind(path, binding, expected: "a generator"))
            }
            return generator
        }
        guard let definition = catalogue.generator(path.text) else {
            throw fail(unknown("E0320", "generator", path.text, path.span, among: generatorNames))
        }
        guard !definition.takesWeights else {
            throw fail(
                Diagnostic(
                    "E0414", "`\(definition.name)` needs a file of weights", at: path.span,
                    helps: [
                        "declare it: `generator g = \(definition.name)(\"weights.safetensors\")`, then `from g`"
                    ]))
        }
        notes.note(.generator(definition.name), at: path.span)
        return builtIn(definition)
    }

    /// The generator of a cohort that names none.
    mutating func defaultGenerator(at span: SourceSpan) throws(CheckFailure) -> GeneratorDescription {
        let name = environment.defaultGenerator ?? catalogue.defaultGenerator
        guard let definition = catalogue.generator(name) else {
            throw fail(
                Diagnostic(
                    "E0320", "there is no default generator", at: span, helps: ["name one with `from`"]))
        }
        return builtIn(definition)
    }

    /// A generator of the catalogue with its defaults.
    func builtIn(_ definition: GeneratorDefinition) -> GeneratorDescription {
        let entries = definition.options.compactMap { option in
            option.defaults.map {
                ResolvedOptions.Entry(name: option.name, values: $0, isDefault: true, span: nil)
            }
        }
        return GeneratorDescription(
            name: definition.name, kind: definition.kind, weights: nil,
            options: ResolvedOptions(entries: entries),
            span: nil)
    }

    /// The file of weights in the parentheses behind a name.
    mutating func checkWeights(
        _ arguments: [Argument]?, isNeeded: Bool, isAllowed: Bool, of name: String, _ span: SourceSpan
    ) throws(CheckFailure) -> String? {
        let given = arguments ?? []
        if given.isEmpty, !isNeeded { return nil }
        guard isAllowed, given.count == 1, given[0].label == nil else {
            let wanted =
                isNeeded ? "one file of weights" : isAllowed ? "at most one file of weights" : "no arguments"
            throw fail(
                Diagnostic(
                    "E0414", "`\(name)` takes \(wanted)", at: span,
                    helps: isAllowed ? ["write `\(name)(\"weights.safetensors\")`"] : []))
        }
        let value = located(try constant(given[0].value), given[0].value)
        guard case .string(let path) = value else {
            throw fail(Diagnostic("E0406", "`\(name)` takes a file in quotes", at: given[0].value.span))
        }
        try checkExists(value, at: given[0].value.span)
        return path
    }
}
