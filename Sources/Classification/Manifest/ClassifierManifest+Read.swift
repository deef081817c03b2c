import Foundation
import Hashing

extension ClassifierManifest {
    /// The longest manifest that is read, in bytes.
    private static let longest = 1 << 20

    /// Reads and checks the manifest at `path`; its digest is that of the file's bytes.
    package static func read(
        _ path: String
    ) throws(ClassificationError) -> (manifest: ClassifierManifest, digest: SHA256) {
        let data: Data
        do {
            let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            defer { try? handle.close() }
            data = try handle.read(upToCount: longest + 1) ?? Data()
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        guard data.count <= longest else {
            throw .manifest(path: path, place: "file", expected: "at most \(longest) bytes", found: "more")
        }
        let manifest = try decode(data, path: path)
        let weights = manifest.weights
        guard !weights.isEmpty, !weights.hasPrefix("/"), !weights.split(separator: "/").contains("..") else {
            throw .manifest(
                path: path, place: "weights", expected: "a file in the manifest's folder",
                found: "`\(weights)`")
        }
        return (manifest, SHA256(hashing: data))
    }

    /// The manifest in `data`, checked; errors name `path` and the key.
    package static func decode(_ data: Data, path: String) throws(ClassificationError) -> ClassifierManifest {
        let manifest: ClassifierManifest
        do {
            let keys = try JSONDecoder().decode([String: AnyValue].self, from: data).keys
            let known = Set(CodingKeys.allCases.map(\.rawValue))
            if let unknown = keys.filter({ !known.contains($0) }).min() {
                throw ClassificationError.manifest(
                    path: path, place: unknown, expected: "a key of a classifier's manifest",
                    found: "an unknown key")
            }
            manifest = try JSONDecoder().decode(ClassifierManifest.self, from: data)
        } catch let error as ClassificationError {
            throw error
        } catch let error as DecodingError {
            throw described(error, path: path)
        } catch {
            throw .unreadable(path: path, reason: error.localizedDescription)
        }
        try manifest.check(path: path)
        return manifest
    }

    /// Any JSON value, of which only the presence matters.
    private struct AnyValue: Decodable {
        init(from decoder: any Decoder) {}
    }

    private static func described(_ error: DecodingError, path: String) -> ClassificationError {
        func place(_ keys: [any CodingKey]) -> String {
            keys.isEmpty ? "file" : keys.map(\.stringValue).joined(separator: ".")
        }
        switch error {
        case .keyNotFound(let key, let context):
            let keys = context.codingPath + [key]
            return .manifest(path: path, place: place(keys), expected: "a value", found: "none")
        case .typeMismatch(let type, let context):
            return .manifest(
                path: path, place: place(context.codingPath), expected: "a value of type \(type)",
                found: "another type")
        case .valueNotFound(let type, let context):
            return .manifest(
                path: path, place: place(context.codingPath), expected: "a value of type \(type)",
                found: "null")
        case .dataCorrupted(let context):
            return .manifest(
                path: path, place: place(context.codingPath), expected: "a known value in JSON",
                found: context.debugDescription)
        @unknown default:
            return .unreadable(path: path, reason: "\(error)")
        }
    }
}
