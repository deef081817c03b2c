/// `use "lib/bands.audit" as bands`.
package struct UseStatement: Sendable, Hashable {
    /// What is used.
    package enum Target: Sendable, Hashable {
        /// A file.
        case file(StringLiteral)
        /// A module.
        case module(NamePath)
    }

    /// What is used.
    package let target: Target
    /// The name given to it.
    package let alias: Name?
}
