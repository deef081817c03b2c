import Semantics

/// The value of an expression after the run.
package enum RunValue: Sendable, Hashable {
    /// A number. `estimate` is the point estimate behind a bound of an interval, else the number itself.
    case number(Double, estimate: Double)
    /// No number, for this reason.
    case undefined(String)
    /// A condition.
    case verdict(Verdict)
    /// Text.
    case text(String)
    /// Anything else that can be compared with itself and printed.
    case other(Value)

    /// A number that is its own estimate.
    static func number(_ number: Double) -> RunValue {
        .number(number, estimate: number)
    }

    /// The text that `print` and failed gates show.
    package var text: String {
        switch self {
        case .number(let number, _): Self.text(number)
        case .undefined(let reason): "n/a (\(reason))"
        case .verdict(.pass): "true"
        case .verdict(.fail): "false"
        case .verdict(.inconclusive): "inconclusive"
        case .text(let text): text
        case .other(let value): value.shown
        }
    }

    /// The shortest decimal that reads back as the same number, without `.0` for a whole one.
    private static func text(_ number: Double) -> String {
        if let whole = Int(exactly: number) { return String(whole) }
        return number.description
    }
}
