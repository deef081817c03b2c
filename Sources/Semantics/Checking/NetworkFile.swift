import Diagnostics

/// A file of weights as a script names it.
struct NetworkFile {
    let path: String
    let span: SourceSpan
}
