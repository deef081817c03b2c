/// The three outcomes of a condition on results: a number that is not known well enough decides nothing.
package enum Verdict: String, Sendable, Hashable {
    /// The condition holds.
    case pass
    /// The condition does not hold.
    case fail
    /// The estimate and the bound stand on different sides of the threshold, or a number is undefined.
    case inconclusive

    /// The verdict of a plain truth.
    init(_ isTrue: Bool) {
        self = isTrue ? .pass : .fail
    }

    /// Three-valued negation (Kleene 1938).
    static prefix func ! (verdict: Verdict) -> Verdict {
        switch verdict {
        case .pass: .fail
        case .fail: .pass
        case .inconclusive: .inconclusive
        }
    }

    /// Three-valued conjunction: one failure decides.
    static func & (left: Verdict, right: Verdict) -> Verdict {
        if left == .fail || right == .fail { return .fail }
        return left == .pass && right == .pass ? .pass : .inconclusive
    }

    /// Three-valued disjunction: one pass decides.
    static func | (left: Verdict, right: Verdict) -> Verdict {
        !(!left & !right)
    }
}
