import Diagnostics

/// Mistakes in cohorts that can be read behind, so that the clauses after them are checked as well.
extension Parser {
    /// Whether a name stands at hand, and clauses behind it without `=`: `cohort c sex in [m, f]`, `cohort c: sex ...`.
    var lacksAssign: Bool {
        guard kind == .identifier else { return false }
        if nextKind == .mark(.colon) { return true }
        return nextKind == .identifier && token(ahead: 2).kind == .keyword(.in)
    }

    /// Reports, behind the name of a cohort, that `=` is missing, and goes past what stands in its place.
    mutating func reportMissingAssign() {
        let end = Int(lexed.tokens[index - 1].end)
        let hasColon = kind == .mark(.colon)
        readBehind(
            Diagnostic(
                "E0201", "expected `=` behind the name of this cohort, found \(found)", at: token.span,
                edits: [Edit(hasColon ? token.span : SourceSpan(end, end), " =", .safe)]))
        if hasColon { advance() }
    }

    /// Whether one name is subtracted from another.
    var isDifference: Bool {
        kind == .identifier && nextKind == .mark(.minus) && token(ahead: 2).kind == .identifier
    }

    /// Gives up at the minus between two cohorts.
    mutating func failAtDifference() -> ParseFailure {
        advance()
        return fail(
            Diagnostic(
                "E0201", "expected `+`, `where` or `with`, found `-`", at: token.span,
                label: "cohorts are only added", helps: ["`where` leaves out cells"]))
    }

    /// Gives up at `cohort sex = [m, f]`, where the name of an attribute was taken for that of the cohort.
    mutating func failAtSet() -> ParseFailure {
        let (name, assign) = (lexed.tokens[max(index - 2, 0)], lexed.tokens[index - 1])
        return fail(
            Diagnostic(
                "E0201", "expected the clauses of a cohort, found `[`", at: token.span,
                helps: [
                    "values of `\(lexed.text(of: name))` are written `\(lexed.text(of: name)) in [a, b]`"
                ],
                edits: [Edit(assign.span, "in")]))
    }

    /// Reports a comma behind a clause, and goes past it where another clause follows.
    mutating func passComma(behind clause: Clause?) throws(ParseFailure) {
        guard kind == .mark(.comma) else { return }
        if case .axis(let name, let domain)? = clause?.kind, domain.isAlone, !beginsClause(at: index + 1) {
            throw fail(
                Diagnostic(
                    "E0201", "expected another clause, found `,`", at: token.span,
                    label: "several values of `\(name.text)` stand in brackets: `[a, b]`"))
        }
        readBehind(
            Diagnostic(
                "E0201", "expected another clause, found `,`", at: token.span,
                label: "clauses stand beside each other", edits: [Edit(token.span, "", .safe)]))
        advance()
        guard beginsLineOfUnfinished else { return }
        failedAt = index
        throw ParseFailure()
    }

    /// Whether the token at a place begins a clause of a cohort, or nothing follows the comma before it.
    private func beginsClause(at place: Int) -> Bool {
        guard place + 1 < lexed.tokens.count else { return true }
        switch lexed.tokens[place].kind {
        case .keyword(.where), .mark(.rightBrace), .end: return true
        case .identifier: break
        default: return false
        }
        switch lexed.tokens[place + 1].kind {
        case .keyword(.in), .mark(.leftBracket), .integer, .fitzpatrick, .string: return true
        default: return lexed.spells(lexed.tokens[place], "from")
        }
    }

    /// Takes the word of a clause with one value; reports `=` behind it, and goes past that.
    mutating func takeClause(_ word: String) -> Bool {
        guard take(word: word) else { return false }
        guard kind == .mark(.assign) else { return true }
        readBehind(
            Diagnostic(
                "E0201", "expected the value of `\(word)`, found `=`", at: token.span,
                label: "it stands right behind the word", edits: [Edit(token.span, "", .safe)]))
        advance()
        return true
    }
}

extension Expression {
    /// Whether it is one value, neither a set nor a range.
    fileprivate var isAlone: Bool {
        switch kind {
        case .set, .range: false
        default: true
        }
    }
}
