/// Decides which line breaks separate (language reference, section 1).
///
/// A line break separates nothing inside `( )` and `[ ]`, behind a token that cannot end a statement, and before a line that
/// begins with a continuation word. Inside `{ }` line breaks separate again.
struct Layout {
    /// The brackets open now, innermost last.
    private var open: [Mark] = []
    /// Whether the token before cannot end a statement.
    private var expectsMore = true
    /// Whether the token before may stand before an option, whose name may be spelt like a keyword.
    private var beforeOption = false
    /// Whether the token before is a dot, behind which every word is a name.
    private var afterDot = false
    /// Whether the token before is `help`, behind which every word is a topic.
    private var afterHelp = false

    /// Whether a token that follows a line break, or does not, begins a new item.
    ///
    /// - Parameter continues: whether it is a name that continues the line before it.
    mutating func startsItem(_ kind: Token.Kind, breaksLine: Bool, continues: Bool) -> Bool {
        if kind == .end { return true }
        guard breaksLine else { return false }
        if let innermost = open.last, innermost != .leftBrace {
            // A statement word cannot stand inside brackets: the bracket was never closed.
            guard case .keyword(let keyword) = kind, keyword.role != .inner, !afterDot else { return false }
            open.removeAll { $0 != .leftBrace }
            return true
        }
        if expectsMore {
            // Behind `by` and its like a statement word means that the statement before was left unfinished.
            guard case .keyword(let keyword) = kind, !beforeOption, !afterDot else { return false }
            return keyword.role == .statement
        }
        switch kind {
        case .keyword(let keyword): return !keyword.continuesLine
        case .identifier: return !continues
        default: return true
        }
    }

    /// Takes note of a token.
    mutating func advance(past kind: Token.Kind) {
        let isName = afterDot || afterHelp
        (afterHelp, afterDot, beforeOption, expectsMore) = (false, false, false, false)
        switch kind {
        case .mark(let mark):
            afterDot = mark == .dot
            beforeOption = mark == .comma
            expectsMore = mark.cannotEnd
            note(mark)
        case .keyword(let keyword) where !isName:
            afterHelp = keyword == .help
            beforeOption = keyword == .with
            expectsMore = keyword.cannotEnd
        default: break
        }
    }

    private mutating func note(_ mark: Mark) {
        switch mark {
        case .leftParenthesis, .leftBracket, .leftBrace: open.append(mark)
        case .rightParenthesis where open.last == .leftParenthesis: open.removeLast()
        case .rightBracket where open.last == .leftBracket: open.removeLast()
        case .rightBrace:
            guard let brace = open.lastIndex(of: .leftBrace) else { return }
            open.removeSubrange(brace...)
        default: return
        }
    }
}
