import Reporting
import Semantics

/// The value of an expression after the run.
package enum RunValue: Sendable, Hashable {
    /// A number.
    case number(RunNumber)
    /// No number, for this reason.
    case undefined(String)
    /// A condition.
    case verdict(Verdict)
    /// Text.
    case text(String)
    /// Anything else that can be compared with itself and printed.
    case other(Value)

    /// A number that stands for itself, or is one end of an interval.
    static func number(_ value: Double, opposite: Double? = nil) -> RunValue {
        .number(RunNumber(value, opposite: opposite))
    }

    /// The text that `print` shows: numbers as reports have them, or with every digit.
    ///
    /// - Parameter isExact: whether numbers are for a program, which takes the shortest decimal that reads back as the same.
    package func text(isExact: Bool) -> String {
        guard case .number(let number) = self else { return shown }
        let short = Decimals.text(number.value)
        let isLost = number.value != 0 && !short.contains { "123456789".contains($0) }
        return isExact || isLost ? Self.text(number.value) : short
    }

    /// The text that a failed gate shows.
    var shown: String {
        switch self {
        case .number(let number): number.shown
        case .undefined(let reason): "n/a (\(reason))"
        case .verdict(.pass): "true"
        case .verdict(.fail): "false"
        case .verdict(let verdict): verdict.rawValue
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
