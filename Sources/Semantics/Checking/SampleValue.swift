import Syntax

/// Values that stand for any of their type, to look for names in a function that is not called yet.
enum SampleValue {
    /// A value of a type; nil for things and for types that do not tell enough.
    static func of(type: TypeSyntax) -> Value? {
        guard type.name.text == "set" else { return of(type: type.name.text) }
        return type.arguments.first.flatMap { of(type: $0.text) }.map { .set([$0]) }
    }

    private static func of(type: String) -> Value? {
        switch type {
        case "int": .integer(1)
        case "number": .number(0.5)
        case "percent": .percent(0.5)
        case "string": .string("text")
        case "bool": .bool(true)
        case "duration": .duration(60)
        case "bytes": .size(1_000_000)
        case "fst": .fitzpatrick(1)
        default: nil
        }
    }
}
