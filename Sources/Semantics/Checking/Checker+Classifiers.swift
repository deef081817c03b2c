import Diagnostics
import Syntax

extension Checker {
    /// Checks `classifier NAME = source with ...`.
    mutating func checkClassifier(
        _ declaration: Declaration, _ span: SourceSpan
    ) throws(CheckFailure) -> ClassifierDescription {
        switch declaration.source {
        case .file(let literal):
            return try described(by: try checkFile(literal), declaration, span)
        case .named(let path, let arguments, let sourceSpan):
            let files = arguments ?? []
            if path.text == "manifest" {
                let file = try checkWeights(
                    files, isNeeded: true, isAllowed: true, of: "manifest", sourceSpan)
                return try described(by: file ?? "", declaration, span)
            }
            if files.isEmpty, let definition = catalogue.classifier(path.text) {
                notes.note(.classifier(definition.name), at: path.span)
                return try embedded(definition, declaration, span)
            }
            guard let definition = catalogue.network(path.text) else {
                throw fail(
                    unknown("E0311", "classifier", path.text, path.span, among: catalogue.classifierSources))
            }
            notes.note(.network(definition.name), at: path.span)
            let weights = attempt { checker throws(CheckFailure) in
                try checker.checkWeights(files, of: definition, sourceSpan)
            }
            guard let weights else {
                // What is wrong with the options is told as well.
                _ = try checkOptions(
                    declaration.options, definition.options, of: "classifier `\(definition.name)`")
                throw failSilently()
            }
            return try network(definition, weights, declaration, span)
        }
    }

    /// A classifier of the zoo, with its embedded weights.
    private mutating func embedded(
        _ definition: ClassifierDefinition, _ declaration: Declaration, _ span: SourceSpan
    ) throws(CheckFailure) -> ClassifierDescription {
        for option in declaration.options
        where !definition.options.contains(where: { $0.name == option.name.text }) {
            guard let network = catalogue.network(definition.name),
                network.options.contains(where: { $0.name == option.name.text })
            else { continue }
            throw fail(
                Diagnostic(
                    "E0314",
                    "`\(option.name.text)` is for weights of your own, and `\(definition.name)` is embedded",
                    at: option.span, helps: ["name them: `\(network.spelling)`"]))
        }
        let options = try checkOptions(
            declaration.options, definition.options, of: "classifier `\(definition.name)`")
        return ClassifierDescription(
            name: declaration.name.text, origin: .embedded(definition.name), options: options, span: span)
    }

    /// A classifier whose manifest is a file: the one named, or the one beside the weights that are named.
    private mutating func described(
        by file: String, _ declaration: Declaration, _ span: SourceSpan
    ) throws(CheckFailure) -> ClassifierDescription {
        let options = try checkOptions(
            declaration.options, Catalogue.classifierOptions, of: "classifier `\(declaration.name.text)`")
        let stem = file.hasSuffix(".json") ? file : file.droppingWeightSuffix + ".json"
        try checkExists(.string(stem), at: declaration.source.span)
        return ClassifierDescription(
            name: declaration.name.text, origin: .manifest(path: stem), options: options, span: span)
    }

    /// The files in the parentheses behind a network's name, all of which are there.
    private mutating func checkWeights(
        _ arguments: [Argument], of definition: NetworkDefinition, _ span: SourceSpan
    ) throws(CheckFailure) -> [NetworkFile] {
        guard arguments.count == definition.files, arguments.allSatisfy({ $0.label == nil }) else {
            throw fail(
                Diagnostic(
                    "E0414", "`\(definition.name)` takes \(Words.count(definition.files, "file")) of weights",
                    at: span, label: "found \(Words.count(arguments.count, "value"))",
                    helps: ["write `\(definition.spelling)`"]))
        }
        let files = arguments.compactMap { argument in
            attempt { checker throws(CheckFailure) in try checker.file(argument.value, of: definition) }
        }
        guard files.count == arguments.count else { throw failSilently() }
        return files
    }

    /// A file in the parentheses behind a network's name, which must be there.
    private mutating func file(
        _ expression: Expression, of definition: NetworkDefinition
    ) throws(CheckFailure) -> NetworkFile {
        let value = located(try constant(expression), expression)
        guard case .string(let path) = value else {
            throw fail(
                Diagnostic("E0406", "`\(definition.name)` takes a file in quotes", at: expression.span))
        }
        try checkExists(value, at: expression.span)
        return NetworkFile(path: path, span: expression.span)
    }

    /// All classifiers that a script may name here.
    var classifierNames: [String] {
        catalogue.classifiers.map(\.name) + names(of: "classifier")
    }

    /// The path of a file that must be there.
    mutating func checkFile(_ literal: StringLiteral) throws(CheckFailure) -> String {
        let path = located(try text(of: literal), literal)
        try checkExists(.string(path), at: literal.span)
        return path
    }
}

extension String {
    /// A path without the suffix that tells a weight file's format.
    fileprivate var droppingWeightSuffix: String {
        let suffixes = [".safetensors", ".pth", ".pt", ".bin", ".h5", ".keras", ".npz", ".onnx"]
        return suffixes.first { hasSuffix($0) }.map { String(dropLast($0.count)) } ?? self
    }
}
