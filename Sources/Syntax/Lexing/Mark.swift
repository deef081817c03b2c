/// A mark of punctuation or an operator, named by its spelling.
package enum Mark: String, Sendable, CaseIterable {
    case leftParenthesis = "("
    case rightParenthesis = ")"
    case leftBracket = "["
    case rightBracket = "]"
    case leftBrace = "{"
    case rightBrace = "}"
    case comma = ","
    case colon = ":"
    case semicolon = ";"
    case dot = "."
    case range = ".."
    case halfOpenRange = "..<"
    case assign = "="
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"
    case arrow = "->"

    /// Whether nothing can end with the mark, so that a line break behind it separates nothing.
    package var cannotEnd: Bool {
        switch self {
        case .rightParenthesis, .rightBracket, .rightBrace, .semicolon, .leftBrace, .dot: false
        default: true
        }
    }
}
