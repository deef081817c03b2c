import Foundation

/// A value of an oracle file.
enum JSON: Decodable, Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(String.self) {
            self = .string(value)
        } else if let value = try? container.decode([String: JSON].self) {
            self = .object(value)
        } else if let value = try? container.decode([JSON].self) {
            self = .array(value)
        } else {
            self = .bool(try container.decode(Bool.self))
        }
    }

    /// The member of an object, nil where there is none.
    subscript(key: String) -> JSON? {
        if case .object(let members) = self { return members[key] }
        return nil
    }

    /// The element of an array, nil where there is none.
    subscript(index: Int) -> JSON? {
        if case .array(let values) = self, values.indices.contains(index) { return values[index] }
        return nil
    }

    /// Whether it is `null`.
    var isNull: Bool { if case .null = self { true } else { false } }
    /// The number, if it is one.
    var number: Double? { if case .number(let value) = self { value } else { nil } }
    /// The number as a whole one.
    var integer: Int? { number.map { Int($0) } }
    /// The truth value, if it is one.
    var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The text, if it is one.
    var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The elements, empty unless it is an array.
    var array: [JSON] { if case .array(let values) = self { values } else { [] } }
    /// The members, empty unless it is an object.
    var object: [String: JSON] { if case .object(let members) = self { members } else { [:] } }
    /// The elements that are numbers.
    var numbers: [Double] { array.compactMap(\.number) }
    /// The elements that are texts.
    var strings: [String] { array.compactMap(\.string) }
}
