/// Finds damage in UTF-8 text.
enum UTF8Check {
    /// The offset of the first byte that cannot belong to UTF-8, or nil for a sound text (Unicode, table 3-7).
    static func firstDamage(in bytes: [UInt8]) -> Int? {
        // Nearly every script is ASCII, and this loop reads many bytes at a time.
        if bytes.reduce(0, |) < 0x80 { return nil }
        var place = 0
        while place < bytes.count {
            if bytes[place] < 0x80 {
                place += 1
                continue
            }
            let length = length(of: bytes, at: place)
            if length == 0 { return place }
            place += length
        }
        return nil
    }

    /// The length of the sound sequence of several bytes at a place, or 0.
    private static func length(of bytes: [UInt8], at place: Int) -> Int {
        let length: Int
        var lowest: UInt8 = 0x80
        var highest: UInt8 = 0xBF
        switch bytes[place] {
        case 0xC2...0xDF: length = 2
        case 0xE0...0xEF:
            length = 3
            if bytes[place] == 0xE0 { lowest = 0xA0 }
            if bytes[place] == 0xED { highest = 0x9F }
        case 0xF0...0xF4:
            length = 4
            if bytes[place] == 0xF0 { lowest = 0x90 }
            if bytes[place] == 0xF4 { highest = 0x8F }
        default: return 0
        }
        guard place + length <= bytes.count, bytes[place + 1] >= lowest, bytes[place + 1] <= highest else {
            return 0
        }
        return bytes[(place + 2)..<(place + length)].allSatisfy { $0 & 0xC0 == 0x80 } ? length : 0
    }
}
