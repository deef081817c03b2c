import Foundation

/// A JSON value whose structure only the case knows: a network's configuration, a procedure, an op's options.
package enum OracleJSON: Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([OracleJSON])
    case object([String: OracleJSON])

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([OracleJSON].self) {
            self = .list(list)
        } else {
            self = .object(try container.decode([String: OracleJSON].self))
        }
    }

    /// The member called `key`; null where this is no object or has none.
    package subscript(key: String) -> OracleJSON {
        if case .object(let members) = self { return members[key] ?? .null }
        return .null
    }

    /// The number, where this is one.
    package var double: Double? {
        if case .number(let value) = self { return value }
        return nil
    }

    /// The whole number, where this is one.
    package var int: Int? { double.flatMap { Int(exactly: $0) } }

    /// The truth value, where this is one.
    package var bool: Bool? {
        if case .flag(let value) = self { return value }
        return nil
    }

    /// The text, where this is one.
    package var string: String? {
        if case .text(let value) = self { return value }
        return nil
    }

    /// The elements, where this is a list.
    package var array: [OracleJSON]? {
        if case .list(let elements) = self { return elements }
        return nil
    }

    /// The whole numbers of a list of them.
    package var ints: [Int]? { array.map { $0.compactMap(\.int) } }
}
