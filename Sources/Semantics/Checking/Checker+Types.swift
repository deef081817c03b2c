import Diagnostics
import Syntax

extension Checker {
    /// The types of values.
    private static let valueTypes = [
        "int", "number", "percent", "string", "path", "bool", "duration", "bytes", "fst", "set", "range",
        "record",
    ]
    /// The types of things.
    private static let thingTypes = [
        "generator", "classifier", "dataset", "cohort", "audit", "report", "comparison",
    ]

    /// Checks that a type exists.
    mutating func checkType(_ type: TypeSyntax) throws(CheckFailure) {
        let known = Self.valueTypes + Self.thingTypes
        for name in [type.name] + type.arguments where !known.contains(name.text) {
            throw fail(unknown("E0301", "type", name.text, name.span, among: known))
        }
    }

    /// Checks that what a name is bound to belongs to the type that is written for it.
    mutating func check(
        _ binding: CheckEnvironment.Binding, is type: TypeSyntax?, at span: SourceSpan
    ) throws(CheckFailure) {
        guard let type else { return }
        try checkType(type)
        let found: String
        if case .constant(let value) = binding {
            if value.fits(type: type.name.text, element: type.arguments.first?.text) { return }
            found = value.typePhrase
        } else {
            if binding.noun == type.name.text { return }
            found = binding.phrase
        }
        throw fail(
            Diagnostic(
                "E0416", "this value is \(found), not `\(type.text)`", at: span,
                label: "wants `\(type.text)`"))
    }

    /// Checks that a function gives what its definition says.
    mutating func check(_ meaning: Meaning, isResultOf statement: DefStatement) throws(CheckFailure) {
        guard let type = statement.result else { return }
        let span = statement.body.statements.last?.span ?? type.span
        switch meaning {
        case .thing(let thing): try check(thing, is: type, at: span)
        case .expression(let checked):
            if case .constant(let value) = checked.node {
                try check(.constant(value), is: type, at: span)
            } else if !Self.mayBe(checked.kind, type.name.text) {
                throw fail(
                    Diagnostic(
                        "E0416", "this value is \(Self.phrase(checked.kind)), not `\(type.text)`", at: span,
                        label: "wants `\(type.text)`"))
            }
        case .nothing:
            throw fail(
                Diagnostic(
                    "E0416", "`\(statement.name.text)` gives nothing, not `\(type.text)`", at: type.span,
                    label: "its last statement has no value"))
        }
    }

    /// Whether a question about results may have values of a type.
    private static func mayBe(_ kind: CheckedExpression.Kind, _ type: String) -> Bool {
        switch kind {
        case .number: ["number", "percent", "int"].contains(type)
        case .bool: type == "bool"
        case .string: type == "string"
        case .quantity, .other: false
        }
    }
}
