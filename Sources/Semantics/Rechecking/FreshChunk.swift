import Syntax

/// A chunk that has yet to be checked, in the recheck's text.
struct FreshChunk {
    /// Where it begins.
    let start: Int
    /// How many bytes it has.
    let count: Int
    /// Its statements.
    let statements: [Statement]

    /// The bytes in the recheck's text.
    var range: Range<Int> { start..<(start + count) }

    /// Whether it uses a file or a module.
    var usesFiles: Bool { statements.contains { if case .use = $0.kind { true } else { false } } }
}
