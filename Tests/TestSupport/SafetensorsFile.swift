import Foundation

/// The bytes of a safetensors file, made when a test runs.
package enum SafetensorsFile {
    /// A file of float32 tensors, which stand in it in this order.
    package static func data(
        _ tensors: [(name: String, shape: [Int], values: [Float])]
    ) throws -> Data {
        var header: [String: Any] = [:]
        var body = Data()
        for tensor in tensors {
            let bytes = tensor.values.withUnsafeBytes { Data($0) }
            header[tensor.name] = [
                "dtype": "F32", "shape": tensor.shape,
                "data_offsets": [body.count, body.count + bytes.count],
            ]
            body += bytes
        }
        var json = try JSONSerialization.data(withJSONObject: header, options: .sortedKeys)
        json += Data(repeating: 0x20, count: (8 - json.count % 8) % 8)
        let length = withUnsafeBytes(of: UInt64(json.count).littleEndian) { Data($0) }
        return length + json + body
    }
}
