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

    /// A number of few digits without an exponent; nil for anything else.
    private static func short(_ bytes: UnsafeBufferPointer<UInt8>, allowsComma: Bool) -> Double? {
        guard !bytes.isEmpty, bytes.count <= 17 else { return nil }
        var significand: UInt64 = 0
        var digits = 0
        var places = -1
        for byte in bytes {
            if byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") {
                significand = significand &* 10 &+ UInt64(byte &- UInt8(ascii: "0"))
                digits += 1
                if places >= 0 { places += 1 }
            } else if places < 0, byte == UInt8(ascii: ".") || (allowsComma && byte == UInt8(ascii: ",")) {
                places = 0
            } else {
                return nil
            }
        }
        guard digits > 0, significand < 1 << 53 else { return nil }
        return places <= 0 ? Double(significand) : Double(significand) / powersOfTen[places]
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    ]
}
