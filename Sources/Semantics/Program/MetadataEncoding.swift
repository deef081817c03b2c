/// How what is known of a person becomes the numbers of a classifier's inputs beside the image:
/// `metadata {meta: ["sex f", "sex m", "sex unknown", "age / 90 else 0.5"]}`.
public struct MetadataEncoding: Sendable, Hashable {
    /// One place of an input.
    public enum Slot: Sendable, Hashable {
        /// Always this number.
        case constant(Double)
        /// 1 where the attribute has one of these values, else 0; `unknown` is a missing one.
        case isOne(of: [AttributeValue], attribute: String)
        /// The attribute's number divided by one, or another number where it is missing.
        case number(attribute: String, divisor: Double, missing: Double)
    }

    /// An input of the network.
    public struct Input: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its places, in order.
        public let slots: [Slot]
    }

    /// The inputs, in the order of the script.
    public let inputs: [Input]

    /// The attributes that are looked at, in the order of their first mention.
    package var attributes: [String] {
        inputs.flatMap(\.slots).compactMap(\.attribute).reduce(into: []) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// The values of an attribute that have a place, `unknown` left out, in the order of the places.
    package func values(of attribute: String) -> [AttributeValue] {
        inputs.flatMap(\.slots).flatMap { slot -> [AttributeValue] in
            guard case .isOne(let values, attribute) = slot else { return [] }
            return values.filter { $0 != .unknown }
        }
    }

    /// The first value of a person that no place of its attribute takes, with the attribute; nil where all have one.
    package func stranger(among person: (String) -> AttributeValue?) -> (
        attribute: String, value: AttributeValue
    )? {
        for attribute in attributes {
            let known = values(of: attribute)
            guard !known.isEmpty, let value = person(attribute), value != .unknown else { continue }
            if !known.contains(value) { return (attribute, value) }
        }
        return nil
    }

    /// The numbers of each input for a person.
    ///
    /// - Parameter person: the value of an attribute; nil is missing.
    package func numbers(for person: (String) -> AttributeValue?) -> [String: [Double]] {
        let named = inputs.map { ($0.name, $0.slots.map { $0.number(for: person) }) }
        return Dictionary(named, uniquingKeysWith: { first, _ in first })
    }
}

extension MetadataEncoding: CustomStringConvertible {
    /// As a script writes it: `{meta: [sex f, sex m, age / 90 else 0.5]}`.
    public var description: String {
        let inputs = inputs.map { input in
            "\(input.name): [\(input.slots.map(\.text).joined(separator: ", "))]"
        }
        return "{\(inputs.joined(separator: ", "))}"
    }
}

extension MetadataEncoding.Slot {
    fileprivate var text: String {
        switch self {
        case .constant(let number): Value.canonical(number)
        case .isOne(let values, let attribute):
            "\(attribute) \(values.map(\.text).joined(separator: " or "))"
        case .number(let attribute, let divisor, let missing):
            "\(attribute) / \(Value.canonical(divisor)) else \(Value.canonical(missing))"
        }
    }

    /// The attribute that it looks at.
    var attribute: String? {
        switch self {
        case .constant: nil
        case .isOne(_, let attribute), .number(let attribute, _, _): attribute
        }
    }

    fileprivate func number(for person: (String) -> AttributeValue?) -> Double {
        switch self {
        case .constant(let number): return number
        case .isOne(let values, let attribute):
            return values.contains(person(attribute) ?? .unknown) ? 1 : 0
        case .number(let attribute, let divisor, let missing):
            switch person(attribute) {
            case .number(let number)?: return number / divisor
            case .fitzpatrick(let type)?: return Double(type) / divisor
            default: return missing
            }
        }
    }
}
