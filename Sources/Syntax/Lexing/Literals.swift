/// Reads the values of number tokens.
package enum Literals {
    /// A whole number; nil where it is beyond 64 bits.
    package static func integer(_ spelling: ArraySlice<UInt8>) -> Int? {
        if case (let digits, 0)? = shortDecimal(spelling) { return digits }
        return Int(digits(String(decoding: spelling, as: UTF8.self)))
    }

    /// A number; nil where it is beyond a double.
    package static func number(_ spelling: ArraySlice<UInt8>) -> Double? {
        if let (digits, scale) = shortDecimal(spelling) { return Double(digits) / powersOfTen[scale] }
        return Double(digits(String(decoding: spelling, as: UTF8.self))).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A share such as `95%`, as 0.95.
    package static func percent(_ spelling: ArraySlice<UInt8>) -> Double? {
        number(spelling.dropLast()).map { $0 / 100 }
    }

    /// The digits of a number without underscores and exponent as a whole number, and how many stand behind the point; nil
    /// for more than fifteen digits. Digits and power of ten are then exact, and their quotient is rounded once (Clinger 1990).
    private static func shortDecimal(_ spelling: ArraySlice<UInt8>) -> (digits: Int, scale: Int)? {
        guard spelling.count <= 16 else { return nil }
        var digits = 0
        var point: Int?
        for (place, byte) in zip(spelling.indices, spelling) {
            if Lexer.isDigit(byte) {
                digits = digits * 10 + Int(byte - UInt8(ascii: "0"))
            } else if byte == UInt8(ascii: "."), point == nil {
                point = place
            } else {
                return nil
            }
        }
        guard spelling.count <= 15 || point != nil else { return nil }
        return (digits, point.map { spelling.endIndex - $0 - 1 } ?? 0)
    }

    private static let powersOfTen: [Double] = [
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
    ]

    /// The seconds of a time such as `90s`, `15m` or `2h30m`: each unit once, larger ones first.
    package static func duration(_ text: String) -> Double? {
        let units: [(Character, Double)] = [("d", 86_400), ("h", 3_600), ("m", 60), ("s", 1)]
        var rest = Substring(digits(text))
        var next = 0
        var seconds = 0.0
        while !rest.isEmpty {
            let count = rest.prefix { "0"..."9" ~= $0 || $0 == "." }
            rest = rest.dropFirst(count.count)
            guard let value = Double(count), let letter = rest.popFirst() else { return nil }
            guard let place = units[next...].firstIndex(where: { $0.0 == letter }) else { return nil }
            seconds += value * units[place].1
            next = place + 1
        }
        return seconds.isFinite ? seconds : nil
    }

    /// The bytes of a size such as `4GB` (powers of 1000) or `2GiB` (powers of 1024).
    package static func size(_ text: String) -> Int? {
        let units: [(String, Double)] = [
            ("KiB", 1024), ("MiB", 1_048_576), ("GiB", 1_073_741_824), ("TiB", 1_099_511_627_776),
            ("KB", 1e3),
            ("MB", 1e6), ("GB", 1e9), ("TB", 1e12), ("B", 1),
        ]
        guard let unit = units.first(where: { text.hasSuffix($0.0) }) else { return nil }
        guard let count = Double(digits(String(text.dropLast(unit.0.count)))) else { return nil }
        let bytes = count * unit.1
        return bytes < 9e18 ? Int(bytes) : nil
    }

    /// The text without its underscores.
    private static func digits(_ text: String) -> String {
        text.utf8.contains(UInt8(ascii: "_")) ? text.filter { $0 != "_" } : text
    }
}
