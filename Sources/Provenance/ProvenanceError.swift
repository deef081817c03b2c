/// A failure of the files that Dermaudit keeps or writes.
package enum ProvenanceError: Error, Equatable, CustomStringConvertible {
    /// The file at `path` could not be read; `reason` is the system's text.
    case unreadable(path: String, reason: String)
    /// The file or folder at `path` could not be written; `reason` is the system's text.
    case unwritable(path: String, reason: String)
    /// The file at `path` is larger than `limit` bytes, the most that its kind may have.
    case tooLarge(path: String, limit: Int)

    /// One sentence: what happened, where, and why.
    package var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read `\(path)`: \(reason)"
        case .unwritable(let path, let reason): "cannot write `\(path)`: \(reason)"
        case .tooLarge(let path, let limit):
            "`\(path)` is larger than the \(limit) bytes that may be read"
        }
    }

    /// Why it failed, without the path.
    package var reason: String {
        switch self {
        case .unreadable(_, let reason), .unwritable(_, let reason): reason
        case .tooLarge(_, let limit): "it is larger than the \(limit) bytes that may be read"
        }
    }
}
