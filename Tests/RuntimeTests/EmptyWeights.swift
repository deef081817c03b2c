import Foundation

/// A safetensors file with one tensor of one number, for tests that look at the files beside it.
enum EmptyWeights {
    static func write(to path: String) throws {
        let header = Data(#"{"x":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}"#.utf8)
        var data = withUnsafeBytes(of: UInt64(header.count).littleEndian) { Data($0) }
        data += header + Data(count: 4)
        try data.write(to: URL(fileURLWithPath: path))
    }
}
