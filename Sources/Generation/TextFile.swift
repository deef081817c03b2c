import Foundation

/// Reads small text files whose content is not trusted.
enum TextFile {
    /// The bytes of the regular file at `path`, if there are at most `limit`.
    static func bytes(at path: String, limit: Int) throws(GenerationError) -> Data {
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw .unreadable(path: path, reason: "there is no such file, or it may not be read")
        }
        defer { try? handle.close() }
        let data: Data?
        do {
            data = try handle.read(upToCount: limit + 1)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard let data else { return Data() }
        guard data.count <= limit else {
            throw .unreadable(path: path, reason: "it is longer than \(limit) bytes")
        }
        return data
    }

    /// The text of the file at `path`, which must be UTF-8.
    static func text(at path: String, limit: Int) throws(GenerationError) -> String {
        guard let text = String(validating: try bytes(at: path, limit: limit), as: UTF8.self) else {
            throw .malformed(path: path, place: "text", expected: "UTF-8", found: "other bytes")
        }
        return text
    }
}
