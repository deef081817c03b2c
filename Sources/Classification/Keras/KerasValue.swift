/// A value of a Keras model's configuration, as its JSON text has it.
indirect enum KerasValue: Sendable, Decodable {
    case null
    case flag(Bool)
    case number(Double)
    case text(String)
    case list([KerasValue])
    case object([String: KerasValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .flag(value)
        } else if let value = try? container.decode(Double.self) {
            self = .number(value)
        } else if let value = try? container.decode(String.self) {
            self = .text(value)
        } else if let value = try? container.decode([KerasValue].self) {
            self = .list(value)
        } else {
            self = .object(try container.decode([String: KerasValue].self))
        }
    }

    /// The value under `key`; null where this is no object or has no such key.
    subscript(key: String) -> KerasValue {
        guard case .object(let members) = self else { return .null }
        return members[key] ?? .null
    }

    var isNull: Bool {
        guard case .null = self else { return false }
        return true
    }

    var text: String? {
        guard case .text(let value) = self else { return nil }
        return value
    }

    var flag: Bool? {
        guard case .flag(let value) = self else { return nil }
        return value
    }

    var number: Double? {
        guard case .number(let value) = self else { return nil }
        return value
    }

    /// A whole number that fits into 32 bits.
    var integer: Int? { number.flatMap { Int32(exactly: $0) }.map(Int.init) }

    var list: [KerasValue]? {
        guard case .list(let values) = self else { return nil }
        return values
    }

    var object: [String: KerasValue]? {
        guard case .object(let members) = self else { return nil }
        return members
    }
}
