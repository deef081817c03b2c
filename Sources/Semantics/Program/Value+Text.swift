import Syntax

extension Value.Field {
    /// The name as a record writes it: in quotes where it is no word.
    fileprivate var shownName: String {
        let isWord =
            name.utf8.first.map(Lexer.beginsName) ?? false && name.utf8.allSatisfy(Lexer.continuesName)
        return isWord ? name : name.debugDescription
    }
}

extension Value {
    /// The value as `print`, interpolations and plans show it.
    public var shown: String {
        switch self {
        case .integer(let number): String(number)
        case .number(let number): Self.canonical(number)
        case .percent(let share): Self.canonical(share * 100) + "%"
        case .string(let text), .word(let text): text
        case .bool(let value): String(value)
        case .duration(let seconds): Quantity.duration(seconds)
        case .size(let bytes): Quantity.size(bytes)
        case .fitzpatrick(let type): AttributeValue.numeral(type)
        case .unknown: "unknown"
        case .set(let values): "[" + values.map(\.shown).joined(separator: ", ") + "]"
        case .range(let lower, let upper, let halfOpen, let step):
            lower.shown + (halfOpen ? "..<" : "..") + upper.shown
                + (step.map { " step " + Self.canonical($0) } ?? "")
        case .record(let fields):
            "{" + fields.map { "\($0.shownName): \($0.value.shown)" }.joined(separator: ", ") + "}"
        }
    }

    /// What it is, in a word.
    package var typeName: String {
        switch self {
        case .integer: "whole number"
        case .number: "number"
        case .percent: "percent"
        case .string: "text"
        case .bool: "truth value"
        case .duration: "time"
        case .size: "size"
        case .fitzpatrick: "skin type"
        case .unknown: "`unknown`"
        case .word: "word"
        case .set: "set"
        case .range: "range"
        case .record: "record"
        }
    }

    /// What it is, in a word with its article.
    package var typePhrase: String {
        switch self {
        case .string, .unknown: typeName
        default: "a \(typeName)"
        }
    }

    /// Whether it belongs to a type of the language.
    package func fits(type: String, element: String?) -> Bool {
        switch (self, type) {
        case (.integer, "int"), (.percent, "percent"), (.string, "string"), (.string, "path"),
            (.bool, "bool"),
            (.duration, "duration"), (.size, "bytes"), (.fitzpatrick, "fst"), (.unknown, "fst"),
            (.range, "range"),
            (.record, "record"):
            true
        case (_, "number"): asDouble != nil
        case (_, "percent"): asDouble.map { (0...1).contains($0) } ?? false
        case (.range, "set"):
            element.map { belongs(to: $0) } ?? true
        case (.set(let values), "set"):
            element.map { name in values.allSatisfy { $0.belongs(to: name) } } ?? true
        default: false
        }
    }

    /// Whether an item of a set is of a type, or a range of such.
    private func belongs(to type: String) -> Bool {
        if case .set(let items) = self { return items.allSatisfy { $0.belongs(to: type) } }
        if case .range(let lower, let upper, _, _) = self {
            return lower.fits(type: type, element: nil) && upper.fits(type: type, element: nil)
        }
        return fits(type: type, element: nil)
    }

    /// The value of a `-D` definition in place of this one: text for text, else a literal of the same type; nil if it does not fit.
    package func read(_ definition: Definition) -> Value? {
        if case .string = self { return .string(definition.text) }
        guard let value = Self.literal(definition.text) else { return nil }
        if value.asDouble != nil, asDouble != nil {
            if case .integer = self { return value.asInteger.map { .integer($0) } }
            if case .percent = self { return value.asDouble.flatMap { (0...1).contains($0) ? value : nil } }
            return value
        }
        return value.typeName == typeName || (isCollection && value.isCollection) ? value : nil
    }

    private var isCollection: Bool {
        switch self {
        case .set, .range: true
        default: false
        }
    }
}
