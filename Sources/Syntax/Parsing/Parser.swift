import Diagnostics

/// Reads a script by recursive descent, one function a grammar rule, and goes on behind every mistake.
///
/// It looks at most two tokens ahead, never traps, and needs time linear in the number of tokens.
package struct Parser {
    /// The deepest nesting of brackets, and the deepest tree of operators.
    package static let deepestNesting = 100

    let lexed: LexedSource
    var index = 0
    /// The first token of the statement or item being read: a line break before it separates no more.
    var itemStart = 0
    var depth = 0
    var diagnostics: [Diagnostic] = []
    /// What the end of the tokens is, in words.
    var endName = "the end of the script"
    /// The names that statements which could not be read would have bound.
    var unreadNames: Set<String> = []
    /// The token at which the last statement was given up; nil before the first.
    var failedAt: Int?
    /// Whether the statement at hand has a mistake that it could be read behind.
    var isDamaged = false

    /// Starts at the first token.
    init(_ lexed: LexedSource, depth: Int = 0) {
        self.lexed = lexed
        self.depth = depth
    }

    /// Reads a script.
    package static func parse(_ source: Source) -> Script {
        parse(Lexer.lex(source))
    }

    /// Reads what stands behind an offset, as if there were nothing but blanks before it.
    package static func parse(_ source: Source, from start: Int) -> Script {
        parse(Lexer.lex(source, range: start..<source.bytes.count))
    }

    private static func parse(_ lexed: LexedSource) -> Script {
        var parser = Parser(lexed)
        let statements = parser.parseScript()
        let all = (lexed.diagnostics + parser.diagnostics).sorted {
            $0.primary.span.start < $1.primary.span.start
        }
        return Script(
            lexed: lexed, statements: statements, diagnostics: Array(all.prefix(Lexer.mostFindings)),
            unreadNames: parser.unreadNames)
    }

    /// Whether a text may become a statement when more lines follow: a bracket or string is open, or its last word wants more.
    package static func isIncomplete(_ text: String) -> Bool {
        let lexed = Lexer.lex(Source(name: "<input>", text: text))
        if lexed.diagnostics.contains(where: {
            $0.message.hasPrefix("this string") && $0.primary.span.end - $0.primary.span.start == 3
        }) {
            return true
        }
        var open = 0
        for token in lexed.tokens {
            switch token.kind {
            case .mark(.leftParenthesis), .mark(.leftBracket), .mark(.leftBrace): open += 1
            case .mark(.rightParenthesis), .mark(.rightBracket), .mark(.rightBrace): open -= 1
            default: break
            }
        }
        let words = lexed.tokens.dropLast()
        guard let last = words.last else { return false }
        switch last.kind {
        case .keyword(let keyword):
            let isTopic = words.dropLast().last?.kind == .keyword(.help)
            return open > 0 || keyword.cannotEnd && !isTopic
        case .mark(let mark): return open > 0 || mark.cannotEnd
        default: return open > 0
        }
    }

    /// `item {"," item}`
    mutating func parseList<Item>(
        _ item: (inout Parser) throws(ParseFailure) -> Item
    ) throws(ParseFailure) -> [Item] {
        var items = [try item(&self)]
        while take(.comma) {
            if items.count == 1 { items.reserveCapacity(4) }
            items.append(try item(&self))
        }
        return items
    }

    // MARK: Tokens

    /// The token at hand.
    var token: Token { lexed.tokens[index] }

    /// A token some places behind the one at hand; the end where there are no more.
    func token(ahead count: Int) -> Token {
        lexed.tokens[min(index + count, lexed.tokens.count - 1)]
    }

    /// What the token at hand is; a line break that separates counts as a semicolon.
    var kind: Token.Kind {
        let token = lexed.tokens[index]
        return token.startsItem && index > itemStart && token.kind != .end ? .mark(.semicolon) : token.kind
    }

    /// What the token after that is, under the same rule.
    var nextKind: Token.Kind {
        let token = token(ahead: 1)
        return token.startsItem && token.kind != .end ? .mark(.semicolon) : token.kind
    }

    /// The text of the token at hand.
    var text: String { lexed.text(of: token) }

    /// Goes one token on, but never past the end.
    mutating func advance() {
        if index + 1 < lexed.tokens.count { index += 1 }
    }

    /// Takes a mark, if it is at hand.
    mutating func take(_ mark: Mark) -> Bool {
        guard kind == .mark(mark) else { return false }
        advance()
        return true
    }

    /// Takes a keyword, if it is at hand.
    mutating func take(_ keyword: Keyword) -> Bool {
        guard kind == .keyword(keyword) else { return false }
        advance()
        return true
    }

    /// Takes a word that is a keyword only here, if it is at hand.
    mutating func take(word: String) -> Bool {
        guard isWord(word) else { return false }
        advance()
        return true
    }

    /// Whether a word that is a keyword only here is at hand.
    func isWord(_ word: String) -> Bool {
        kind == .identifier && lexed.spells(token, word)
    }

    /// Whether the statement or item at hand is at its end.
    var isAtEnd: Bool {
        switch kind {
        case .end, .mark(.semicolon), .mark(.rightBrace): true
        default: false
        }
    }

    /// `sep = NEWLINE | ";"`: skips all that are here; the next token begins an item.
    mutating func skipSeparators() {
        while token.kind == .mark(.semicolon) { advance() }
        itemStart = index
    }

    /// From the beginning of a token to the end of the last one taken.
    func span(from start: Int) -> SourceSpan {
        let last = lexed.tokens[max(start, index - 1)]
        return SourceSpan(Int(lexed.tokens[start].start), Int(last.end))
    }
}
