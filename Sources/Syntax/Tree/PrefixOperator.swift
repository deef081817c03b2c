/// An operator before its operand.
package enum PrefixOperator: String, Sendable {
    case minus = "-"
    case not
}
