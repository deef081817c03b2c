import Diagnostics
import Syntax

extension Checker {
    /// The template of a cohort's prompts: the script's, checked against the cohort's attributes, or the catalogue's.
    mutating func template(
        _ prompt: CohortParts.Prompt?, of axes: [CohortAxis], _ generator: GeneratorDescription,
        _ span: SourceSpan
    ) throws(CheckFailure) -> PromptTemplate {
        guard let prompt else { return try defaultTemplate(of: axes, generator, span) }
        let pieces: [PromptTemplate.Piece]
        var place = span
        switch prompt {
        case .written(let expression):
            place = expression.span
            pieces = try self.pieces(of: expression)
        case .template(let text): pieces = PromptTemplate.pieces(of: text, at: span)
        }
        guard let template = PromptTemplate(pieces) else {
            throw fail(
                Diagnostic(
                    "E0310", "the brackets of this prompt do not match", at: place,
                    label: "`[...]` marks a part that is dropped, and holds no other",
                    helps: ["for example `\"melanoma[, age {age}]\"`"]))
        }
        try checkAttributes(of: template, axes, generator, place)
        return template
    }

    /// The catalogue's template.
    private mutating func defaultTemplate(
        of axes: [CohortAxis], _ generator: GeneratorDescription, _ span: SourceSpan
    ) throws(CheckFailure) -> PromptTemplate {
        let pieces = PromptTemplate.pieces(of: catalogue.defaultPrompt, at: span)
        guard let template = PromptTemplate(pieces) else {
            preconditionFailure("the brackets of the catalogue's prompt do not match")
        }
        return template
    }

    /// The pieces of a prompt: an attribute in braces stays, a constant in braces is replaced by its value.
    private mutating func pieces(of prompt: Expression) throws(CheckFailure) -> [PromptTemplate.Piece] {
        guard case .string(let literal) = prompt.kind else {
            guard case .string(let text) = try constant(prompt) else {
                throw fail(Diagnostic("E0406", "`prompt` takes text in quotes", at: prompt.span))
            }
            return PromptTemplate.pieces(of: text, at: prompt.span)
        }
        var pieces: [PromptTemplate.Piece] = []
        for segment in literal.segments {
            switch segment {
            case .text(let text, let span): pieces.append(.text(text, span))
            case .interpolation(let expression, let span):
                pieces += try interpolation(expression, span)
            }
        }
        return pieces
    }

    private mutating func interpolation(
        _ expression: Expression, _ span: SourceSpan
    ) throws(CheckFailure) -> [PromptTemplate.Piece] {
        guard case .path(let path) = expression.kind, path.isSingle else {
            return [.text(text(of: try constant(expression)), span)]
        }
        if catalogue.attribute(path.text) == nil,
            case .constant(let value)? = environment.binding(of: path.text)
        {
            noteUse(of: path)
            return PromptTemplate.pieces(of: text(of: value), at: span)
        }
        if catalogue.attribute(path.text) != nil { notes.note(.attribute(path.text), at: path.span) }
        return [.attribute(path.text, span)]
    }

    /// Checks that the cohort has the attributes of the template, and that the template mentions those that vary.
    private mutating func checkAttributes(
        of template: PromptTemplate, _ axes: [CohortAxis], _ generator: GeneratorDescription,
        _ span: SourceSpan
    ) throws(CheckFailure) {
        let stated = axes.map(\.attribute)
        let mentioned = template.attributes
        let forgotten = axes.filter { axis in
            axis.levels.count > 1 && !mentioned.contains { $0.name == axis.attribute }
        }
        func note(_ axis: CohortAxis) -> String {
            "`\(axis.attribute)` varies but the prompt never mentions it: all \(axis.levels.count) groups would get the same prompt"
        }
        // A part in brackets falls away where its attribute is not stated, so a wording may serve many cohorts.
        let droppable = template.droppable.filter { catalogue.attribute($0) != nil }
        let wrong = mentioned.filter { !stated.contains($0.name) && !droppable.contains($0.name) }
        let meant = wrong.compactMap { Suggestion.nearest(to: $0.name, among: stated) }
        for (index, (name, place)) in wrong.enumerated() {
            let nearest = Suggestion.nearest(to: name, among: stated)
            report(
                Diagnostic(
                    "E0304", "prompt uses `{\(name)}`, which is not an attribute of this cohort", at: place,
                    label: nearest.map { "did you mean `{\($0)}`?" }
                        ?? "the cohort states \(Words.list(stated))",
                    notes: index == 0
                        ? forgotten.filter { !meant.contains($0.attribute) }.map { note($0) + " (E0306)" }
                        : [],
                    edits: nearest.map { [Edit(place, "{\($0)}")] } ?? []))
        }
        if !wrong.isEmpty { throw failSilently() }
        guard let first = forgotten.first, generator.kind != .phantom else { return }
        throw fail(
            Diagnostic(
                "E0306", "this prompt never mentions `\(first.attribute)`, which varies", at: span,
                label: "no `{\(first.attribute)}` in it", notes: forgotten.map(note),
                helps: [
                    "add `[, {\(first.attribute)}]` to the prompt, or give `\(first.attribute)` one value"
                ]))
    }
}
