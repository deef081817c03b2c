/// An operator between its operands.
package enum InfixOperator: String, Sendable {
    case or, and
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case isIn = "in"
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divide = "/"

    /// How tightly it binds; tighter operators have larger numbers.
    package var precedence: Int {
        switch self {
        case .or: 0
        case .and: 1
        case .plus, .minus: 3
        case .times, .divide: 4
        default: 2
        }
    }

    /// Whether it compares.
    package var isComparison: Bool {
        switch self {
        case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .isIn: true
        default: false
        }
    }
}
