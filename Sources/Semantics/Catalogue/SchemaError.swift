/// Why a file's schema could not be read.
public enum SchemaError: Error, Sendable, Hashable {
    /// There is no such file.
    case missing(path: String)
    /// The file is there and cannot be read, for the reason given.
    case unreadable(path: String, reason: String)

    /// The reason in words, without the path.
    package var reason: String {
        switch self {
        case .missing: "there is no such file"
        case .unreadable(_, let reason): reason
        }
    }
}
