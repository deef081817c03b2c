import Diagnostics
import Syntax

extension Checker {
    /// Checks `let`, with the value of the command line in place of its own where one is given.
    mutating func checkLet(_ statement: LetStatement) throws(CheckFailure) -> CheckedStatement.Action {
        var value = try constant(statement.value, keepsAttributes: true)
        if usedFiles.isEmpty, let definition = definitions.last(where: { $0.name == statement.name.text }) {
            usedDefinitions.insert(definition.name)
            guard let given = value.read(definition) else { throw fail(unfit(definition, value, statement)) }
            value = given
        }
        if let type = statement.type { try check(value, is: type) }
        try bind(statement.name, to: .constant(value))
        return .constant(name: statement.name.text, value: value)
    }

    private func unfit(_ definition: Definition, _ value: Value, _ statement: LetStatement) -> Diagnostic {
        Diagnostic(
            "E0409", "`-D \(definition.name)=\(definition.text)` does not fit this `let`",
            at: statement.value.span,
            label: "its value is a \(value.typeName)")
    }

    private mutating func check(_ value: Value, is type: TypeSyntax) throws(CheckFailure) {
        let known = [
            "int", "number", "percent", "string", "path", "bool", "duration", "bytes", "fst", "set", "range",
            "record",
        ]
        guard known.contains(type.name.text) else {
            throw fail(unknown("E0301", "type", type.name.text, type.name.span, among: known))
        }
        if value.fits(type: type.name.text, element: type.arguments.first?.text) { return }
        throw fail(
            Diagnostic(
                "E0416", "this value is a \(value.typeName), not `\(type.text)`", at: type.span,
                label: "says `\(type.text)`"))
    }

    /// The value of an expression that is known before the run.
    ///
    /// - Parameter keepsAttributes: whether `{sex}` in text is left for the prompt that the text may become.
    mutating func constant(
        _ expression: Expression, keepsAttributes: Bool = false
    ) throws(CheckFailure) -> Value {
        let outer = keepsAttributesInText
        keepsAttributesInText = keepsAttributes
        defer { keepsAttributesInText = outer }
        let checked = try check(expression)
        guard case .constant(let value) = checked.node else {
            throw fail(
                Diagnostic(
                    "E0413", "expected a value that is known before the run", at: expression.span,
                    label: "depends on results"))
        }
        return value
    }

    /// The text of a string whose interpolations are constants.
    mutating func text(of literal: StringLiteral) throws(CheckFailure) -> String {
        var text = ""
        for segment in literal.segments {
            switch segment {
            case .text(let part, _): text += part
            case .interpolation(let expression, _):
                if keepsAttributesInText, case .path(let path) = expression.kind,
                    environment.binding(of: path.text) == nil, catalogue.attribute(path.text) != nil
                {
                    text += "{\(path.text)}"
                } else {
                    text += self.text(of: try constant(expression))
                }
            }
        }
        return text
    }

    /// A constant as text, as `print` and interpolations show it.
    func text(of value: Value) -> String {
        value.shown
    }
}
