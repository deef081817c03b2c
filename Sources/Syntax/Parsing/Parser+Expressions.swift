import Diagnostics

extension Parser {
    /// `expr = or`
    mutating func parseExpression() throws(ParseFailure) -> Expression {
        try nested { parser throws(ParseFailure) in try parser.parseOr() }
    }

    /// `or = and {"or" and}`
    private mutating func parseOr() throws(ParseFailure) -> Expression {
        var left = try parseAnd()
        while take(.or) { left = try infix(left, .or, try parseAnd()) }
        return left
    }

    /// `and = not {"and" not}`
    private mutating func parseAnd() throws(ParseFailure) -> Expression {
        var left = try parseNot()
        while take(.and) { left = try infix(left, .and, try parseNot()) }
        return left
    }

    /// `not = ["not"] cmp`
    private mutating func parseNot() throws(ParseFailure) -> Expression {
        let start = index
        guard take(.not) else { return try parseComparison() }
        let operand = try parseComparison()
        return Expression(.prefix(.not, operand), span(from: start), around: operand.depth)
    }

    /// `cmp = sum [("==" | "!=" | "<" | "<=" | ">" | ">=" | "in") sum]`
    private mutating func parseComparison() throws(ParseFailure) -> Expression {
        let left = try parseSum()
        guard let comparison else {
            if kind == .mark(.assign) { throw failAtAssign() }
            return left
        }
        advance()
        let result = try infix(left, comparison, try parseSum())
        guard self.comparison == nil else {
            throw fail(
                Diagnostic(
                    "E0211", "comparisons cannot be chained", at: token.span, label: "the second comparison",
                    helps: ["write `a < b and b < c`"]))
        }
        return result
    }

    private mutating func failAtAssign() -> ParseFailure {
        let next = token(ahead: 1)
        guard next.start == token.end, next.kind == .mark(.greater) || next.kind == .mark(.less) else {
            return fail(
                Diagnostic(
                    "E0201", "expected an operator, found `=`", at: token.span, label: "`==` compares",
                    edits: [Edit(token.span, "==")]))
        }
        let turned = next.kind == .mark(.greater) ? ">=" : "<="
        let both = token.span.union(next.span)
        return fail(
            Diagnostic(
                "E0201", "expected an operator, found `\(text)\(lexed.text(of: next))`", at: both,
                label: "`\(turned)` compares", edits: [Edit(both, turned, .safe)]))
    }

    /// The comparison at hand, if it is one.
    private var comparison: InfixOperator? {
        switch kind {
        case .mark(.equal): .equal
        case .mark(.notEqual): .notEqual
        case .mark(.less): .less
        case .mark(.lessOrEqual): .lessOrEqual
        case .mark(.greater): .greater
        case .mark(.greaterOrEqual): .greaterOrEqual
        case .keyword(.in): .isIn
        default: nil
        }
    }

    /// `sum = mul {("+" | "-") mul}`
    private mutating func parseSum() throws(ParseFailure) -> Expression {
        var left = try parseProduct()
        while true {
            if take(.plus) {
                left = try infix(left, .plus, try parseProduct())
            } else if take(.minus) {
                left = try infix(left, .minus, try parseProduct())
            } else {
                return left
            }
        }
    }

    /// `mul = unary {("*" | "/") unary}`
    private mutating func parseProduct() throws(ParseFailure) -> Expression {
        var left = try parseUnary()
        while true {
            if take(.times) {
                left = try infix(left, .times, try parseUnary())
            } else if take(.divide) {
                left = try infix(left, .divide, try parseUnary())
            } else {
                return left
            }
        }
    }

    /// `unary = ["-"] postfix`
    private mutating func parseUnary() throws(ParseFailure) -> Expression {
        let start = index
        guard take(.minus) else { return try parsePostfix() }
        let operand = try parsePostfix()
        return Expression(.prefix(.minus, operand), span(from: start), around: operand.depth)
    }

    /// `postfix = primary {args | "." WORD | "[" expr "]"}`
    private mutating func parsePostfix() throws(ParseFailure) -> Expression {
        let start = index
        var base = try parsePrimary()
        while true {
            switch kind {
            case .mark(.leftParenthesis):
                let arguments = try parseArguments()
                let deepest = arguments.map(\.value.depth).max() ?? 0
                base = Expression(.call(base, arguments), span(from: start), around: max(base.depth, deepest))
            case .mark(.dot):
                if base.kind.isNumber, nextKind != .identifier { throw failAtPoint(behind: base) }
                advance()
                let name = try parseWord("a name behind the dot")
                base = Expression(.member(base, name), span(from: start), around: base.depth)
            case .mark(.leftBracket): base = try parseElement(of: base, from: start)
            default: return base
            }
            if base.depth > Self.deepestNesting { throw failTooDeep() }
        }
    }

    /// Gives up at a decimal point without a digit behind it: `10.`
    private mutating func failAtPoint(behind number: Expression) -> ParseFailure {
        let written = number.span.union(token.span)
        let next = token(ahead: 1)
        let isAlone = next.start != token.end || next.kind == .end
        return fail(
            Diagnostic(
                "E0201", "expected a digit behind the decimal point", at: token.span,
                helps: isAlone ? ["write `\(lexed.source.text(of: number.span))`, without the point"] : [],
                edits: isAlone ? [Edit(written, lexed.source.text(of: number.span), .safe)] : []))
    }

    /// `"[" expr "]"` behind a value
    private mutating func parseElement(of base: Expression, from start: Int) throws(ParseFailure)
        -> Expression
    {
        let opening = token
        advance()
        let position = try parseExpression()
        try close(.rightBracket, openedAt: opening, expecting: "`]`")
        return Expression(
            .element(base, position), span(from: start), around: max(base.depth, position.depth))
    }

    /// Joins two operands, unless the tree gets too deep.
    private mutating func infix(
        _ left: Expression, _ operation: InfixOperator, _ right: Expression
    ) throws(ParseFailure) -> Expression {
        let joined = Expression(
            .infix(left, operation, right), left.span.union(right.span), around: max(left.depth, right.depth))
        if joined.depth > Self.deepestNesting { throw failTooDeep() }
        return joined
    }

    /// `args = "(" [arg {"," arg} [","]] ")"`
    mutating func parseArguments() throws(ParseFailure) -> [Argument] {
        let opening = token
        advance()
        var arguments: [Argument] = []
        while kind != .mark(.rightParenthesis) {
            arguments.append(try parseArgument())
            if !take(.comma) { break }
        }
        try close(.rightParenthesis, openedAt: opening, expecting: "`,` or `)`")
        return arguments
    }

    /// `arg = [IDENT ":"] expr`
    private mutating func parseArgument() throws(ParseFailure) -> Argument {
        guard kind == .identifier, nextKind == .mark(.colon) else {
            return Argument(label: nil, value: try parseExpression())
        }
        let label = try parseName("a name")
        advance()
        return Argument(label: label, value: try parseExpression())
    }
}

extension Expression.Kind {
    /// Whether it is a plain number.
    fileprivate var isNumber: Bool {
        switch self {
        case .integer, .number: true
        default: false
        }
    }
}
