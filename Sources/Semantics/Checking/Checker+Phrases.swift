import Diagnostics
import Syntax

extension Checker {
    /// Checks an option that reads as a phrase: each place of it is filled once at most, in any order.
    ///
    /// - Returns: words and numbers as they are written.
    mutating func checkPhrase(
        _ option: OptionSyntax, _ definition: OptionDefinition
    ) throws(CheckFailure) -> [Value] {
        var values: [Value] = []
        var filled: [Int: SourceSpan] = [:]
        var rest = option.values[...]
        while let expression = rest.popFirst() {
            let (place, word) = try place(of: expression, in: definition)
            if let earlier = filled.updateValue(expression.span, forKey: place) {
                throw fail(
                    Diagnostic(
                        "E0414", "`\(definition.name)` takes one of \(definition.phrase[place].phrase)",
                        at: expression.span, label: "found two", secondary: [Label(earlier, "the other")]))
            }
            values.append(.word(word.text))
            guard let range = word.number else { continue }
            values.append(try number(behind: word.text, in: range, rest.popFirst(), expression.span))
        }
        for (place, slot) in definition.phrase.enumerated() where slot.isNeeded && filled[place] == nil {
            throw fail(
                Diagnostic(
                    "E0414", "`\(definition.name)` needs \(slot.phrase)", at: option.span,
                    helps: [definition.summary]))
        }
        return values
    }

    /// The place that a word fills.
    private mutating func place(
        of expression: Expression, in definition: OptionDefinition
    ) throws(CheckFailure) -> (place: Int, word: PhraseSlot.Word) {
        let text = source.text(of: expression.span)
        for (place, slot) in definition.phrase.enumerated() {
            if let word = slot.words.first(where: { $0.text == text }) { return (place, word) }
        }
        let nearest = Suggestion.nearest(to: text, among: definition.words)
        throw fail(
            Diagnostic(
                "E0406", "`\(definition.name)` has no `\(text.prefix(40))`", at: expression.span,
                label: nearest.map { "did you mean `\($0)`?" } ?? "known: \(Words.list(definition.words))",
                helps: [definition.summary], edits: nearest.map { [Edit(expression.span, $0)] } ?? []))
    }

    /// The number behind a word of a phrase.
    private mutating func number(
        behind word: String, in range: ClosedRange<Int>, _ expression: Expression?, _ span: SourceSpan
    ) throws(CheckFailure) -> Value {
        let kind = OptionDefinition.Kind.integer(range)
        var value: Value?
        if let expression, !expression.isWord { value = kind.fitting(try constant(expression)) }
        guard let value else {
            throw fail(
                Diagnostic(
                    "E0406", "`\(word)` takes \(kind.phrase)", at: expression?.span ?? span,
                    label: expression == nil ? "nothing behind it" : ""))
        }
        return value
    }
}

extension Expression {
    /// Whether it is a bare word.
    fileprivate var isWord: Bool {
        if case .path(let path) = kind { path.isSingle } else { false }
    }
}
