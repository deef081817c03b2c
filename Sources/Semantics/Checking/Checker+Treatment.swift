import Diagnostics
import Syntax

extension Checker {
    /// Checks that the meaning of the scores is said, and fits the network; the melanoma class is never guessed.
    ///
    /// - Returns: the number of scores.
    mutating func checkClasses(
        _ options: ResolvedOptions, _ facts: NetworkFacts?, _ definition: NetworkDefinition,
        _ file: SourceSpan, _ declaration: Declaration
    ) throws(CheckFailure) -> Int {
        let found = found(facts)
        guard let entry = options["classes"] else {
            let count = facts?.outputs
            let names = (1...max(1, min(count ?? 2, 3))).map { "\"class \($0)\"" }.joined(separator: ", ")
            let rest = (count ?? 2) > 3 ? ", ..." : ""
            throw fail(
                Diagnostic(
                    "E0431", "nothing says what the scores of `\(declaration.name.text)` mean", at: file,
                    label: found ?? "",
                    helps: ["write them in order: `classes [\(names)\(rest)], positive \"...\"`"]))
        }
        let classes = (entry.values.first?.elements ?? []).compactMap(\.asText)
        if let outputs = facts?.outputs, outputs != classes.count, options["head"] == nil {
            throw fail(
                Diagnostic(
                    "E0432", "\(Words.list(classes)) cannot name \(Words.count(outputs, "score"))",
                    at: entry.span ?? file, label: found ?? "",
                    helps: ["name one class for each score, in order"]))
        }
        if Set(classes).count != classes.count {
            throw fail(
                Diagnostic(
                    "E0432", "two classes have one name", at: entry.span ?? file,
                    label: "names tell classes apart"))
        }
        try checkPositive(options, classes, declaration, file)
        return classes.count
    }

    /// Checks that the positive class is said and is one of the classes.
    private mutating func checkPositive(
        _ options: ResolvedOptions, _ classes: [String], _ declaration: Declaration, _ file: SourceSpan
    ) throws(CheckFailure) {
        guard let entry = options["positive"], let positive = entry.values.first?.asText else {
            let likely = classes.first { $0.lowercased().hasPrefix("mel") } ?? classes.last ?? ""
            throw fail(
                Diagnostic(
                    "E0433", "nothing says which class of `\(declaration.name.text)` counts as melanoma",
                    at: options["classes"]?.span ?? file,
                    label: "one of \(Words.list(classes))",
                    notes: ["no position is the usual one, so it is never guessed"],
                    helps: ["name it, such as `positive \"\(likely)\"`"]))
        }
        guard !classes.contains(positive) else { return }
        let nearest = Suggestion.nearest(to: positive, among: classes)
        let place = entry.span ?? file
        throw fail(
            Diagnostic(
                "E0433", "no class `\(positive.prefix(60))` to be positive", at: place,
                label: nearest.map { "did you mean `\($0)`?" } ?? "one of \(Words.list(classes))",
                edits: nearest.map { [Edit(place, "positive \"\($0)\"")] } ?? []))
    }

    /// What a file says of its scores.
    private func found(_ facts: NetworkFacts?) -> String? {
        guard let facts else { return nil }
        let title = facts.title.map { "\($0)" } ?? facts.format.title
        return facts.outputs.map { "the file holds \(title), with \(Words.count($0, "score"))" }
            ?? "the file holds \(title)"
    }

    /// Checks that the options of preprocessing fit each other.
    mutating func checkTreatment(_ options: ResolvedOptions, at file: SourceSpan) throws(CheckFailure) {
        let input = (options["input"]?.values ?? []).compactMap(\.asInteger)
        let resize = options["resize"].flatMap { ResizePhrase($0.values) }
        let place = options["resize"]?.span ?? options["input"]?.span ?? file
        guard !input.isEmpty || resize?.crop != nil else {
            throw fail(
                Diagnostic(
                    "E0434", "nothing says how large an image the network takes", at: file,
                    label: "the file leaves it open", helps: ["write its side in pixels: `input 224`"]))
        }
        if let fault = resize?.fault {
            throw fail(Diagnostic("E0434", fault.found, at: place, helps: [fault.help]))
        }
        if let resize, let shortSide = resize.shortSide {
            let side = resize.crop ?? input.first ?? 0
            let sides = Set(input + [side])
            guard sides.count == 1, side <= shortSide else {
                throw fail(
                    Diagnostic(
                        "E0434",
                        "a crop of \(side) of a short side of \(shortSide) does not give an input of "
                            + input.map(String.init).joined(separator: " x "),
                        at: place,
                        helps: [
                            "write `resize short \(max(shortSide, side)) crop \(side)` and `input \(side)`"
                        ]))
            }
        }
        try checkNormalisation(options, at: file)
    }

    /// Checks that mean and deviation are both said, and can be divided by.
    private mutating func checkNormalisation(
        _ options: ResolvedOptions, at file: SourceSpan
    ) throws(CheckFailure) {
        let isNamed = options.text("mean") != nil
        guard let deviation = options["std"] else {
            if isNamed { return }
            throw fail(
                Diagnostic(
                    "E0434", "`mean` by numbers needs `std`", at: options["mean"]?.span ?? file,
                    helps: ["write both, such as `mean [0.5, 0.5, 0.5], std [0.5, 0.5, 0.5]`"]))
        }
        let numbers = (deviation.values.first?.elements ?? []).compactMap(\.asDouble)
        guard numbers.contains(where: { $0 <= 0 }) else { return }
        throw fail(
            Diagnostic(
                "E0434", "a deviation of \(Value.canonical(numbers.min() ?? 0)) cannot be divided by",
                at: deviation.span ?? file, helps: ["write three numbers above 0"]))
    }
}
