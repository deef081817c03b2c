import Foundation

/// Writes safetensors files by hand, sound and unsound ones.
enum SafetensorsBytes {
    /// One tensor of a file to be written.
    struct Part {
        let name: String
        let type: String
        let shape: [Int]
        let bytes: [UInt8]

        /// A tensor of float32.
        static func floats(_ name: String, _ shape: [Int], _ values: [Float]) -> Part {
            Part(name: name, type: "F32", shape: shape, bytes: values.flatMap { littleEndian($0.bitPattern) })
        }
    }

    /// A file of a header, as it is given, and data.
    static func file(header: String, data: [UInt8]) -> [UInt8] {
        littleEndian(UInt64(header.utf8.count)) + Array(header.utf8) + data
    }

    /// A sound file of these tensors, the header padded to a multiple of 8 bytes.
    static func file(_ parts: [Part]) -> [UInt8] {
        var data: [UInt8] = []
        let entries = parts.map { part in
            let start = data.count
            data += part.bytes
            return
                #""\#(part.name)":{"dtype":"\#(part.type)","shape":\#(part.shape),"data_offsets":[\#(start),\#(data.count)]}"#
        }
        var header = "{" + entries.joined(separator: ",") + "}"
        while header.utf8.count % 8 != 0 { header += " " }
        return file(header: header, data: data)
    }

    /// The bytes of a number, the lowest first.
    static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }

    /// Writes `bytes` to a new temporary file, gives its path to `body`, and removes it.
    static func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID()).safetensors")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        return try body(url.path)
    }
}
