/// A value that the checker has worked out: of a `let`, an option, a setting.
public indirect enum Value: Sendable, Hashable {
    /// A whole number.
    case integer(Int)
    /// A number with a fraction or an exponent.
    case number(Double)
    /// A share in 0...1, written with `%`.
    case percent(Double)
    /// Text.
    case string(String)
    /// `true` or `false`.
    case bool(Bool)
    /// A time in seconds.
    case duration(Double)
    /// A number of bytes.
    case size(Int)
    /// A Fitzpatrick skin type, 1...6.
    case fitzpatrick(Int)
    /// `unknown`.
    case unknown
    /// A bare word, such as `wilson` in `with ci wilson 95%`.
    case word(String)
    /// Several values in order.
    case set([Value])
    /// From `lower` to `upper`, which belongs to it unless `halfOpen`; `step` where one was written.
    case range(lower: Value, upper: Value, halfOpen: Bool, step: Double?)
    /// Named values in order.
    case record([Field])

    /// One entry of a record.
    public struct Field: Sendable, Hashable {
        /// The name before the colon.
        public let name: String
        /// The value behind it.
        public let value: Value

        /// Names a value.
        public init(name: String, value: Value) {
            self.name = name
            self.value = value
        }
    }

    /// The value as a number, if it is one: integers, numbers and percents (as 0...1).
    public var asDouble: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .number(let value), .percent(let value): value
        default: nil
        }
    }

    /// The value as a whole number, if it is one.
    public var asInteger: Int? {
        if case .integer(let value) = self { return value }
        return nil
    }

    /// The text of a string or a bare word.
    public var asText: String? {
        switch self {
        case .string(let text), .word(let text): text
        default: nil
        }
    }

    /// The values of a set, or the value alone.
    public var elements: [Value] {
        if case .set(let values) = self { return values }
        return [self]
    }

    /// The shortest text that reads back as the same number, without `.0` for a whole one.
    package static func canonical(_ number: Double) -> String {
        if let whole = Int(exactly: number) { return String(whole) }
        return "\(number)"
    }
}
