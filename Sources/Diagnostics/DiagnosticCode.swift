/// The stable name of a kind of diagnostic: `E0302`, `W1001`, `N0501`.
public struct DiagnosticCode: Sendable, Hashable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The letter and four digits.
    public let description: String

    /// Names a code.
    public init(_ text: String) {
        description = text
    }

    /// Names a code by a literal.
    public init(stringLiteral text: String) {
        description = text
    }

    /// The severity that the code's letter stands for.
    public var severity: Severity {
        switch description.utf8.first {
        case UInt8(ascii: "W"): .warning
        case UInt8(ascii: "N"): .note
        default: .error
        }
    }
}
