/// Whether bytes are text.
enum TextBytes {
    /// Whether `bytes` are UTF-8 text without a zero; eight bytes at a time as long as they are plain.
    static func areText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let raw = UnsafeRawBufferPointer(bytes)
        var place = 0
        // Safety: each load ends within the bytes.
        while place + 8 <= bytes.count {
            let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
            guard isPlain(word) else { return isText(bytes) }
            place += 8
        }
        while place < bytes.count {
            guard bytes[place] &- 1 < 0x7F else { return isText(bytes) }
            place += 1
        }
        return true
    }

    /// Whether all bytes of a word are in 1..<128.
    private static func isPlain(_ word: UInt64) -> Bool {
        let high: UInt64 = 0x8080_8080_8080_8080
        return word & high == 0 && (word &+ ~high) & high == high
    }

    private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        !bytes.contains(0) && String(validating: bytes, as: UTF8.self) != nil
    }
}
