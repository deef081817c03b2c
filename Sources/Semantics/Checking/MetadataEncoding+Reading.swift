extension MetadataEncoding {
    /// A place that cannot be read, and why.
    struct Fault: Error {
        /// What the script says there.
        let text: String
        /// What is wrong with it.
        let reason: String
    }

    /// Reads the option `metadata`, a record from inputs to sets of texts.
    init(_ record: Value, _ catalogue: Catalogue) throws(Fault) {
        guard case .record(let fields) = record else { throw Fault(text: record.shown, reason: "no record") }
        var inputs: [Input] = []
        for field in fields {
            var slots: [Slot] = []
            for text in field.value.elements.compactMap(\.asText) {
                slots.append(try Self.slot(text, catalogue))
            }
            inputs.append(Input(name: field.name, slots: slots))
        }
        self.inputs = inputs
    }

    /// `NUMBER`, `ATTRIBUTE VALUE, VALUE`, or `ATTRIBUTE [/ NUMBER] [else NUMBER]`.
    private static func slot(_ text: String, _ catalogue: Catalogue) throws(Fault) -> Slot {
        if let number = Double(text), number.isFinite { return .constant(number) }
        let words = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard let name = words.first, let attribute = catalogue.attribute(name) else {
            throw Fault(
                text: text,
                reason:
                    "begins with no attribute: \(Words.list(catalogue.attributes.map(\.name), joining: "or"))"
            )
        }
        let rest = words.count > 1 ? words[1] : ""
        switch attribute.domain {
        case .years, .number: return try number(text, rest, attribute.name)
        case .fitzpatrick where rest.isEmpty || rest.hasPrefix("/") || rest.hasPrefix("else "):
            return try number(text, rest, attribute.name)
        case .words, .fitzpatrick: return try oneOf(text, rest, attribute)
        }
    }

    private static func number(_ text: String, _ rest: String, _ name: String) throws(Fault) -> Slot {
        if rest == "unknown" { return .isOne(of: [.unknown], attribute: name) }
        var words = rest.split(separator: " ").map(String.init)[...]
        var numbers = ["/": 1.0, "else": 0.0]
        for word in ["/", "else"] where words.first == word {
            guard words.count > 1, let number = Double(words[words.startIndex + 1]), number.isFinite,
                word == "else" || number != 0
            else { throw Fault(text: text, reason: "`\(word)` wants a number behind it") }
            numbers[word] = number
            words = words.dropFirst(2)
        }
        guard words.isEmpty else {
            throw Fault(
                text: text, reason: "a number is written `\(name) / 90 else 0.5`, or `\(name) unknown`")
        }
        return .number(attribute: name, divisor: numbers["/"] ?? 1, missing: numbers["else"] ?? 0)
    }

    private static func oneOf(
        _ text: String, _ rest: String, _ attribute: AttributeDefinition
    ) throws(Fault) -> Slot {
        var values: [AttributeValue] = []
        for word in rest.split(separator: ",").map({ $0.trimmingSpaces }) {
            if word == "unknown" {
                values.append(.unknown)
                continue
            }
            guard let value = attribute.value(of: word) else {
                throw Fault(text: text, reason: "`\(word)` is no value of `\(attribute.name)`")
            }
            values.append(value)
        }
        guard !values.isEmpty else {
            throw Fault(text: text, reason: "names no value of `\(attribute.name)`")
        }
        return .isOne(of: values, attribute: attribute.name)
    }
}

extension Substring {
    /// Without the spaces at both ends.
    fileprivate var trimmingSpaces: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
