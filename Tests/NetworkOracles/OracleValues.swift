import OracleSupport
import Foundation

/// The stored values of a case: a safetensors file, read by a few lines of its own so that the tests of the engine's
/// reader and of the networks do not share a fault.
struct OracleValues {
    private struct Entry: Decodable {
        let dtype: String
        let shape: [Int]
        let offsets: [Int]

        enum CodingKeys: String, CodingKey {
            case dtype, shape
            case offsets = "data_offsets"
        }
    }

    /// What is wrong with a file of expected values.
    enum Failure: Error {
        case malformed(String)
        case missing(String)
        case unknownType(String)
    }

    private let entries: [String: Entry]
    private let bytes: Data

    /// Reads the file at `path` below the oracle folder.
    init(path: String) throws {
        let data = try OracleFolder.data(path)
        guard data.count > 8 else { throw Failure.malformed(path) }
        let length = data.prefix(8).reversed().reduce(0) { $0 << 8 | Int($1) }
        guard data.count >= 8 + length else { throw Failure.malformed(path) }
        var header =
            try JSONSerialization.jsonObject(with: data.subdata(in: 8..<8 + length)) as? [String: Any] ?? [:]
        header["__metadata__"] = nil
        entries = try JSONDecoder().decode(
            [String: Entry].self, from: JSONSerialization.data(withJSONObject: header))
        bytes = data.subdata(in: 8 + length..<data.count)
    }

    /// The flattened values of a tensor, as Double whatever their type.
    func values(_ name: String) throws -> [Double] {
        guard let entry = entries[name] else { throw Failure.missing(name) }
        let part = bytes.subdata(in: entry.offsets[0]..<entry.offsets[1])
        switch entry.dtype {
        case "F32": return Self.numbers(part, Float.self).map(Double.init)
        case "F64": return Self.numbers(part, Double.self)
        case "I64": return Self.numbers(part, Int64.self).map(Double.init)
        case "I32": return Self.numbers(part, Int32.self).map(Double.init)
        case "U8", "BOOL": return part.map(Double.init)
        default: throw Failure.unknownType(entry.dtype)
        }
    }

    /// The shape of a tensor.
    func shape(_ name: String) throws -> [Int] {
        guard let entry = entries[name] else { throw Failure.missing(name) }
        return entry.shape
    }

    private static func numbers<Number: BitwiseCopyable>(_ data: Data, _ type: Number.Type) -> [Number] {
        let size = MemoryLayout<Number>.size
        return data.withUnsafeBytes { bytes in
            (0..<data.count / size).map { bytes.loadUnaligned(fromByteOffset: $0 * size, as: type) }
        }
    }
}
