import Diagnostics
import Syntax

extension Checker {
    /// Checks `let`, with the value of the command line in place of its own where one is given.
    ///
    /// - Returns: the constant, or the cohort that a function gives; nil where the name stands for another thing.
    mutating func checkLet(_ statement: LetStatement) throws(CheckFailure) -> CheckedStatement.Action? {
        let found = try binding(of: statement.value, keepsAttributes: true)
        guard case .constant(var value) = found else {
            try check(found, is: statement.type, at: statement.value.span)
            guard case .cohort(let cohort) = found, case .call = statement.value.kind else {
                try bind(statement.name, to: found)
                return nil
            }
            // A cohort that a function gives is known by the name that it is given here.
            let named = cohort.renamed(resultName(statement.name), at: cohort.span)
            try bind(
                statement.name, resultName: named.name, to: .cohort(named), at: statement.value.span)
            return .cohort(named)
        }
        if usedFiles.isEmpty, blockDepth == 0,
            let definition = definitions.last(where: { $0.name == statement.name.text })
        {
            usedDefinitions.insert(definition.name)
            guard let given = value.read(definition) else { throw fail(unfit(definition, value, statement)) }
            value = given
        }
        try check(.constant(value), is: statement.type, at: statement.value.span)
        try bind(statement.name, to: .constant(value))
        return .constant(name: statement.name.text, value: value)
    }

    private func unfit(_ definition: Definition, _ value: Value, _ statement: LetStatement) -> Diagnostic {
        Diagnostic(
            "E0409", "`-D \(definition.name)=\(definition.text)` does not fit this `let`",
            at: statement.value.span,
            label: "its value is \(value.typePhrase)")
    }

    /// The value of an expression that is known before the run.
    ///
    /// - Parameter keepsAttributes: whether `{sex}` in text is left for the prompt that the text may become.
    mutating func constant(
        _ expression: Expression, keepsAttributes: Bool = false
    ) throws(CheckFailure) -> Value {
        switch try binding(of: expression, keepsAttributes: keepsAttributes) {
        case .constant(let value): return value
        case let thing:
            throw fail(
                Diagnostic(
                    "E0413", "`\(source.text(of: expression.span))` is \(thing.phrase), not a value",
                    at: expression.span))
        }
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
                    text += try binding(of: expression).shown
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
