/// Numbers as tables write them.
enum DecimalText {
    /// The number that `bytes` write: digits with a point, a sign and an exponent; nil where they write none.
    ///
    /// Exact: a significand below 2^53 and a power of ten up to 22 are both doubles, and one operation on them rounds
    /// once (Clinger 1990); anything longer goes to the library.
    ///
    /// - Parameter allowsComma: whether a comma may stand for the point.
    static func number(_ bytes: UnsafeBufferPointer<UInt8>, allowsComma: Bool) -> Double? {
        if let number = short(bytes, allowsComma: allowsComma) { return number }
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        return Double(allowsComma && !text.contains(".") ? text.replacing(",", with: ".") : text)
    }

    /// A number of few digits; nil for anything else.
    private static func short(_ bytes: UnsafeBufferPointer<UInt8>, allowsComma: Bool) -> Double? {
        var significand: UInt64 = 0
        // Digits from the first that is not 0, and how many of all stand behind the point; -1 before it.
        var (digits, places) = (0, -1)
        var hasDigits = false
        var place = bytes.first == UInt8(ascii: "-") ? 1 : 0
        while place < bytes.count {
            let byte = bytes[place]
            let digit = byte &- UInt8(ascii: "0")
            if digit <= 9 {
                significand = significand &* 10 &+ UInt64(digit)
                hasDigits = true
                if significand > 0 { digits += 1 }
                if places >= 0 { places += 1 }
                guard digits <= 18 else { return nil }
            } else if places < 0, byte == UInt8(ascii: ".") || (allowsComma && byte == UInt8(ascii: ",")) {
                places = 0
            } else {
                break
            }
            place += 1
        }
        guard hasDigits, significand < 1 << 53, let exponent = exponent(bytes, from: place) else {
            return nil
        }
        let power = exponent - max(places, 0)
        guard power >= -22, power <= 22 else { return nil }
        let size =
            power < 0
            ? Double(significand) / powersOfTen[-power] : Double(significand) * powersOfTen[power]
        return bytes.first == UInt8(ascii: "-") ? -size : size
    }

    /// The exponent that the bytes from `start` on write, 0 where none are left; nil where it is longer than two digits
    /// or something else.
    private static func exponent(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard start < bytes.count else { return 0 }
        guard bytes[start] | 0x20 == UInt8(ascii: "e") else { return nil }
        var place = start + 1
        guard place < bytes.count else { return nil }
        let isNegative = bytes[place] == UInt8(ascii: "-")
        if isNegative || bytes[place] == UInt8(ascii: "+") { place += 1 }
        guard (1...2).contains(bytes.count - place) else { return nil }
        var exponent = 0
        for byte in bytes[place...] {
            guard byte &- UInt8(ascii: "0") <= 9 else { return nil }
            exponent = exponent * 10 + Int(byte &- UInt8(ascii: "0"))
        }
        return isNegative ? -exponent : exponent
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
        1e19, 1e20, 1e21, 1e22,
    ]
}
