/// Gives each different text a number, in the order in which they first appear.
///
/// A text costs one hash of its bytes and no `String`; what is kept are the bytes of the different texts.
struct TextCoder: Sendable {
    /// The bytes of the different texts.
    private(set) var texts = TextColumn()
    /// An open-addressed table; its size is a power of two.
    private var slots = [Slot](repeating: .empty, count: 64)
    /// Chosen anew each time, so that no file can be written whose texts all meet in one slot; numbers do not depend on it.
    private let seed = UInt64.random(in: 0...UInt64.max)

    /// The number of a text, -1 where there is none, beside what tells it from most others: all of it where it is short.
    private struct Slot: Sendable {
        var code: Int32
        var length: UInt32
        var word: UInt64

        static let empty = Slot(code: -1, length: 0, word: 0)
    }

    /// A text's hash, and its last eight bytes: the whole of a text that has no more.
    private struct Key {
        let hash: UInt64
        let length: UInt32
        let word: UInt64
    }

    /// The number of `text`; nil where its bytes are not UTF-8 text.
    mutating func code(of text: UnsafeBufferPointer<UInt8>) -> Int32? {
        let key = key(of: text)
        let place = place(of: text, key)
        if slots[place].code >= 0 { return slots[place].code }
        guard TextBytes.areText(text) else { return nil }
        let code = Int32(texts.count)
        texts.append(text)
        slots[place] = Slot(code: code, length: key.length, word: key.word)
        if 2 * texts.count > slots.count { enlarge() }
        return code
    }

    /// The number of `text`; nil where it has none.
    func known(_ text: UnsafeBufferPointer<UInt8>) -> Int32? {
        let code = slots[place(of: text, key(of: text))].code
        return code >= 0 ? code : nil
    }

    /// The slot that holds the number of `text`, else the empty one where it belongs.
    @inline(__always)
    private func place(of text: UnsafeBufferPointer<UInt8>, _ key: Key) -> Int {
        slots.withUnsafeBufferPointer { slots in
            var place = Int(truncatingIfNeeded: key.hash) & (slots.count &- 1)
            // Safety: the mask keeps `place` within the slots, at least half of which are empty.
            while slots[place].code >= 0 {
                let slot = slots[place]
                if slot.word == key.word, slot.length == key.length,
                    key.length <= 8 || texts.isEqual(Int(slot.code), text)
                {
                    break
                }
                place = (place &+ 1) & (slots.count &- 1)
            }
            return place
        }
    }

    private mutating func enlarge() {
        slots = [Slot](repeating: .empty, count: 2 * slots.count)
        for code in 0..<texts.count {
            let key = texts.withBytes(code) { self.key(of: $0) }
            var place = Int(truncatingIfNeeded: key.hash) & (slots.count - 1)
            while slots[place].code >= 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = Slot(code: Int32(code), length: key.length, word: key.word)
        }
    }

    /// Eight bytes at a time, multiplied and folded (Wang Yi 2019, wyhash).
    @inline(__always)
    private func key(of text: UnsafeBufferPointer<UInt8>) -> Key {
        let word = Self.lastWord(text)
        var hash = seed ^ UInt64(text.count)
        var place = 0
        // Safety: each load ends within the bytes.
        while place + 8 < text.count {
            let part = UnsafeRawBufferPointer(text).loadUnaligned(fromByteOffset: place, as: UInt64.self)
            hash = Self.mixed(hash ^ part)
            place += 8
        }
        return Key(
            hash: Self.mixed(hash ^ word), length: UInt32(truncatingIfNeeded: text.count), word: word)
    }

    /// The last eight bytes, or all of fewer, the first of them lowest.
    @inline(__always)
    private static func lastWord(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
        let bytes = UnsafeRawBufferPointer(text)
        let count = bytes.count
        // Safety: each load ends within the bytes. Bytes that are loaded twice meet themselves.
        if count >= 8 { return bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self) }
        if count >= 4 {
            let low = UInt64(bytes.loadUnaligned(fromByteOffset: 0, as: UInt32.self).littleEndian)
            let high = UInt64(bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self).littleEndian)
            return low | high << UInt64(truncatingIfNeeded: 8 * (count - 4))
        }
        guard count > 0 else { return 0 }
        let middle = UInt64(bytes[count / 2]) << UInt64(truncatingIfNeeded: 8 * (count / 2))
        return UInt64(bytes[0]) | middle | UInt64(bytes[count - 1])
            << UInt64(truncatingIfNeeded: 8 * (count - 1))
    }

    private static func mixed(_ word: UInt64) -> UInt64 {
        let product = (word ^ 0x2D35_8DCC_AA6C_78A5).multipliedFullWidth(by: 0x8BB8_4B93_962E_ACC9)
        return product.high ^ product.low
    }
}
