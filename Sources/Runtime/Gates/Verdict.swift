/// The outcomes of a condition on results: a number that is not known well enough decides nothing.
package enum Verdict: String, Sendable, Hashable {
    /// The condition holds.
    case pass
    /// The condition does not hold.
    case fail
    /// The interval of a number lies on both sides of the threshold.
    case inconclusive
    /// A number has no value.
    case undefined

    /// The verdict of a plain truth.
    init(_ isTrue: Bool) {
        self = isTrue ? .pass : .fail
    }

    /// Whether the condition is decided.
    var isDecided: Bool { self == .pass || self == .fail }

    /// Negation, after Kleene 1938.
    static prefix func ! (verdict: Verdict) -> Verdict {
        switch verdict {
        case .pass: .fail
        case .fail: .pass
        case .inconclusive, .undefined: verdict
        }
    }

    /// Conjunction: one failure decides; else what has no value outweighs what is merely open.
    static func & (left: Verdict, right: Verdict) -> Verdict {
        for verdict in [fail, undefined, inconclusive] where left == verdict || right == verdict {
            return verdict
        }
        return .pass
    }

    /// Disjunction: one pass decides.
    static func | (left: Verdict, right: Verdict) -> Verdict {
        !(!left & !right)
    }
}
