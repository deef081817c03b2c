import Semantics

/// A number that a run came to, with what is known of its uncertainty.
package struct RunNumber: Sendable, Hashable {
    /// The number.
    package let value: Double
    /// Where `value` is one end of an interval, the other end; else `value` itself.
    package let opposite: Double
    /// What a failed gate says beside it, such as `95% 0.12 - 0.31, wilson, n 240`; empty for nothing.
    package let detail: String

    /// A number, which stands for itself unless it is one end of an interval.
    package init(_ value: Double, opposite: Double? = nil, detail: String = "") {
        self.value = value
        self.opposite = opposite ?? value
        self.detail = detail
    }

    /// The number for people, with at most four digits behind the point.
    static func rounded(_ number: Double) -> String {
        guard number.isFinite, number.magnitude < 1e9 else { return "\(number)" }
        let short = (number * 10_000).rounded() / 10_000
        if short == 0, number != 0 { return "\(number)" }
        if let whole = Int(exactly: short) { return String(whole) }
        return "\(short)"
    }

    /// The number with its detail, as a failed gate shows it.
    var shown: String {
        detail.isEmpty ? Self.rounded(value) : "\(Self.rounded(value)) (\(detail))"
    }
}
