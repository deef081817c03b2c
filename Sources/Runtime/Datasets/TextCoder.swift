/// Gives each different text a number, in the order in which they first appear.
///
/// A text of a column with few values costs one hash of its bytes and no `String`.
struct TextCoder {
    /// The texts by their number.
    private(set) var texts: [String] = []
    private var bytes: [UInt8] = []
    /// Where the bytes of each text start, and of the one that comes next.
    private var starts: [Int] = [0]
    private var hashes: [UInt64] = []
    /// An open-addressed table of numbers, -1 where empty; its size is a power of two.
    private var slots = [Int32](repeating: -1, count: 64)

    /// The number of `text`; nil where its bytes are not UTF-8 text.
    mutating func code(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
        let hash = Self.hash(text)
        let slot = slot(of: text, hash)
        if slots[slot] >= 0 { return slots[slot] }
        guard !text.contains(0), let string = String(validating: text, as: UTF8.self) else { return nil }
        let code = Int32(texts.count)
        texts.append(string)
        bytes.append(contentsOf: text)
        starts.append(bytes.count)
        hashes.append(hash)
        slots[slot] = code
        if 2 * texts.count > slots.count { enlarge() }
        return code
    }

    /// The number of `text`; nil where it has none.
    func known(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
        let code = slots[slot(of: text, Self.hash(text))]
        return code >= 0 ? code : nil
    }

    /// The slot that holds the number of `text`, else the empty one where it belongs.
    private func slot(of text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            if hashes[Int(slots[slot])] == hash, isEqual(Int(slots[slot]), text) { break }
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    private func isEqual(_ code: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = starts[code]
        guard starts[code + 1] - start == text.count else { return false }
        for index in text.indices where bytes[start + index] != text[index] { return false }
        return true
    }

    private mutating func enlarge() {
        slots = [Int32](repeating: -1, count: 2 * slots.count)
        for (code, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(code)
        }
    }

    /// FNV-1a (Fowler, Noll and Vo), 64 bits, folded so that the low bits depend on all of it.
    private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash ^ (hash >> 32)
    }
}
