/// Writes pickles and PyTorch archives by hand.
enum PickleBytes {
    /// `PROTO 2`, then `body`, then `STOP`.
    static func pickle(_ body: [UInt8]) -> [UInt8] { [0x80, 2] + body + [0x2E] }

    /// The name of something in a module.
    static func global(_ module: String, _ name: String) -> [UInt8] {
        Array("c\(module)\n\(name)\n".utf8)
    }

    /// A string as Python 2 wrote it.
    static func oldString(_ text: String) -> [UInt8] { [0x55, UInt8(text.utf8.count)] + Array(text.utf8) }

    /// A string.
    static func string(_ text: String) -> [UInt8] {
        [0x58] + SafetensorsBytes.littleEndian(UInt32(text.utf8.count)) + Array(text.utf8)
    }

    /// A tuple of numbers below 256.
    static func tuple(_ numbers: [UInt8]) -> [UInt8] { [0x28] + numbers.flatMap { [0x4B, $0] } + [0x74] }

    /// A float32 tensor of storage `0`, which has `count` elements.
    static func tensor(shape: [UInt8], strides: [UInt8], offset: UInt8 = 0, count: UInt8 = 4) -> [UInt8] {
        let storage =
            [0x28] + string("storage") + global("torch", "FloatStorage") + string("0") + string("cpu")
            + [0x4B, count, 0x74, 0x51]
        return global("torch._utils", "_rebuild_tensor_v2") + [0x28] + storage + [0x4B, offset] + tuple(shape)
            + tuple(strides) + [0x89] + global("collections", "OrderedDict") + [0x29, 0x52, 0x74, 0x52]
    }

    /// A dictionary of values under strings.
    static func dictionary(_ items: [(String, [UInt8])]) -> [UInt8] {
        [0x7D, 0x28] + items.flatMap { string($0.0) + $0.1 } + [0x75]
    }

    /// An archive of a pickle and storage `0`: the float32 numbers 1, 2, 3 and 4.
    static func archive(_ pickle: [UInt8], byteOrder: String? = nil) -> [UInt8] {
        let values: [Float] = [1, 2, 3, 4]
        let data = values.flatMap { value in
            let bytes = SafetensorsBytes.littleEndian(value.bitPattern)
            return byteOrder == "big" ? bytes.reversed() : bytes
        }
        let order = byteOrder.map { [("archive/byteorder", Array($0.utf8))] } ?? []
        return ZipBytes.archive([("archive/data.pkl", pickle), ("archive/data/0", data)] + order)
    }
}
