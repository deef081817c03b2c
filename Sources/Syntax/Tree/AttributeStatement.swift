/// `attribute sex = enum [m, f] with words {m: "male"}`.
package struct AttributeStatement: Sendable, Hashable {
    /// Which values the attribute takes.
    package enum Domain: Sendable, Hashable {
        /// `enum [a, b]`.
        case words(Expression)
        /// `years 0..120 step 10`.
        case years(Expression)
        /// `fst`.
        case fitzpatrick
        /// `number 0..200`, or `number` alone.
        case number(Expression?)
    }

    /// The name of the attribute.
    package let name: Name
    /// Its values.
    package let domain: Domain
    /// Its options.
    package let options: [OptionSyntax]
}
