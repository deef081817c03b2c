import Diagnostics

/// What a declaration takes its thing from: a file, or something named, with arguments.
package enum DeclarationSource: Sendable, Hashable {
    /// A file.
    case file(StringLiteral)
    /// A name; arguments are nil without parentheses.
    case named(NamePath, arguments: [Argument]?, span: SourceSpan)

    /// Where it stands.
    package var span: SourceSpan {
        switch self {
        case .file(let literal): literal.span
        case .named(_, _, let span): span
        }
    }
}
