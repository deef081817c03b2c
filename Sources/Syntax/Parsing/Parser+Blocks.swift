import Diagnostics

extension Parser {
    /// `block = "{" {sep} [statement {sep {sep} statement}] {sep} "}"`
    mutating func parseBlock(of owner: String) throws(ParseFailure) -> Block {
        guard kind == .mark(.leftBrace) else { throw fail(expected: "`{` and the statements of \(owner)") }
        return try nested { parser throws(ParseFailure) in
            let (start, opening) = (parser.index, parser.token)
            parser.advance()
            parser.skipSeparators()
            var statements: [Statement] = []
            // Where `edition` may stand is for the checker to say: here it would be wrong twice.
            while parser.token.kind != .end, parser.token.kind != .mark(.rightBrace) {
                if let statement = parser.parseRecovering(isFirst: true) { statements.append(statement) }
                parser.skipSeparators()
            }
            try parser.close(.rightBrace, openedAt: opening, expecting: "`}`")
            return Block(statements: statements, span: parser.span(from: start))
        }
    }

    /// `for = "for" IDENT "in" expr block`
    mutating func parseFor() throws(ParseFailure) -> Statement.Kind {
        advance()
        let name = try parseName("a name for each value")
        guard take(.in) else { throw fail(expected: "`in`") }
        let values = try parseExpression()
        return .for(ForStatement(name: name, values: values, body: try parseBlock(of: "`for`")))
    }

    /// `if = "if" expr block {"else" "if" expr block} ["else" block]`
    mutating func parseIf() throws(ParseFailure) -> Statement.Kind {
        var branches: [IfStatement.Branch] = []
        var otherwise: Block?
        repeat {
            advance()
            if kind == .mark(.leftBrace) { throw fail(expected: "a condition") }
            let condition = try parseExpression()
            branches.append(.init(condition: condition, body: try parseBlock(of: "`if`")))
            guard take(.else) else { break }
            if kind != .keyword(.if) { otherwise = try parseBlock(of: "`else`") }
        } while otherwise == nil
        return .if(IfStatement(branches: branches, otherwise: otherwise))
    }

    /// `def = "def" IDENT "(" [param {"," param} [","]] ")" ["->" type] block`
    mutating func parseDef() throws(ParseFailure) -> Statement.Kind {
        advance()
        let name = try parseName("a name")
        let opening = token
        guard take(.leftParenthesis) else { throw fail(expected: "`(` and the parameters of `\(name.text)`") }
        var parameters: [DefStatement.Parameter] = []
        while kind != .mark(.rightParenthesis) {
            parameters.append(try parseParameter())
            if !take(.comma) { break }
        }
        try close(.rightParenthesis, openedAt: opening, expecting: "`,` or `)`")
        let result = take(.arrow) ? try parseType() : nil
        let body = try parseBlock(of: "`\(name.text)`")
        return .def(DefStatement(name: name, parameters: parameters, result: result, body: body))
    }

    /// `param = IDENT [":" type] ["=" expr]`
    private mutating func parseParameter() throws(ParseFailure) -> DefStatement.Parameter {
        let start = index
        let name = try parseName("a parameter")
        let type = take(.colon) ? try parseType() : nil
        let value = take(.assign) ? try parseExpression() : nil
        return DefStatement.Parameter(name: name, type: type, value: value, span: span(from: start))
    }

    /// `test = "test" STRING block`
    mutating func parseTest() throws(ParseFailure) -> Statement.Kind {
        advance()
        guard kind == .string else { throw fail(expected: "what is tested, in quotes") }
        let title = try parseString()
        return .test(TestStatement(title: title, body: try parseBlock(of: "`test`")))
    }
}
