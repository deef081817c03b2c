/// Writes zip archives of stored members by hand.
enum ZipBytes {
    /// An archive of these members, in this order.
    ///
    /// - Parameter isWide: whether sizes and places stand in the 64-bit fields, as in archives above 4 GB.
    static func archive(_ members: [(name: String, bytes: [UInt8])], isWide: Bool = false) -> [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let name = Array(member.name.utf8)
            let size = SafetensorsBytes.littleEndian(UInt32(member.bytes.count))
            let checksum = SafetensorsBytes.littleEndian(crc(member.bytes))
            let lengths = SafetensorsBytes.littleEndian(UInt16(name.count))
            let none: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
            let common: [UInt8] = [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + checksum
            let place = SafetensorsBytes.littleEndian(UInt32(file.count))
            let wide = [member.bytes.count, member.bytes.count, file.count].flatMap {
                SafetensorsBytes.littleEndian(UInt64($0))
            }
            let extra: [UInt8] = isWide ? [1, 0, 24, 0] + wide : []
            file += [0x50, 0x4B, 3, 4] + common + size + size + lengths + [0, 0] + name + member.bytes
            directory += [0x50, 0x4B, 1, 2, 20, 0] + common + (isWide ? none + none : size + size) + lengths
            directory += [UInt8(extra.count), 0] + [UInt8](repeating: 0, count: 10) + (isWide ? none : place)
            directory += name + extra
        }
        if isWide {
            return file + directory + wideEnd(members.count, start: file.count, size: directory.count)
        }
        let count = SafetensorsBytes.littleEndian(UInt16(members.count))
        let end =
            [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
            + SafetensorsBytes.littleEndian(UInt32(directory.count))
            + SafetensorsBytes.littleEndian(UInt32(file.count)) + [0, 0]
        return file + directory + end
    }

    /// The end of an archive whose directory is described by 64-bit numbers.
    private static func wideEnd(_ count: Int, start: Int, size: Int) -> [UInt8] {
        func wide(_ number: Int) -> [UInt8] { SafetensorsBytes.littleEndian(UInt64(number)) }
        let record =
            [0x50, 0x4B, 6, 6] + wide(44) + [45, 0, 45, 0] + [UInt8](repeating: 0, count: 8) + wide(count)
            + wide(count) + wide(size) + wide(start)
        let locator = [0x50, 0x4B, 6, 7, 0, 0, 0, 0] + wide(start + size) + [1, 0, 0, 0]
        return record + locator + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + [UInt8](repeating: 0xFF, count: 12) + [
            0, 0,
        ]
    }

    /// The CRC-32 of `bytes`, bit by bit.
    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
