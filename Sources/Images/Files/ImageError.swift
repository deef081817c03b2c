/// What can go wrong with an image file.
public enum ImageError: Error, Sendable, Hashable {
    /// The file at `path` could not be opened or read.
    case unreadable(path: String, reason: String)
    /// The file at `path` could not be written.
    case unwritable(path: String, reason: String)
    /// The first bytes of `path` are those of no known image format.
    case notAnImage(path: String, found: String)
    /// `path` declares `found` of something of which at most `limit` is read.
    case tooLarge(path: String, what: String, found: Int, limit: Int)
    /// `path` is damaged or hostile: `reason`, noticed after reading `offset` bytes.
    case broken(path: String, format: ImageFormat, offset: Int, reason: String)
    /// A text chunk cannot be stored under `key`, for `reason`.
    case unusableText(key: String, reason: String)
}

extension ImageError: CustomStringConvertible {
    /// One line, lower case, back-ticked names: what was found, where, and what was expected.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason): "cannot read `\(path)`: \(reason)"
        case .unwritable(let path, let reason): "cannot write `\(path)`: \(reason)"
        case .notAnImage(let path, let found): "`\(path)` is neither PNG nor JPEG: it \(found)"
        case .tooLarge(let path, let what, let found, let limit):
            "`\(path)` has \(found) \(what), more than the limit of \(limit)"
        case .broken(let path, let format, let offset, let reason):
            "`\(path)` is a damaged \(format.rawValue) file: \(reason), at byte \(offset)"
        case .unusableText(let key, let reason): "cannot store text `\(key)` in a PNG file: \(reason)"
        }
    }
}
