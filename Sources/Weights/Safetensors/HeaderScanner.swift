/// Reads the JSON of a safetensors header token by token, without ever nesting.
///
/// Strict where a general decoder is lenient: numbers are natural numbers, strings are bounded and valid UTF-8,
/// nothing else is accepted, and every error names the byte.
struct HeaderScanner {
    private let bytes: [UInt8]
    private let path: String
    private(set) var position = 0

    init(_ bytes: [UInt8], path: String) {
        self.bytes = bytes
        self.path = path
    }

    /// An error at the current byte.
    func failure(expected: String, found: String? = nil) -> WeightsError {
        .malformed(path: path, place: "header byte \(position)", expected: expected, found: found ?? here)
    }

    /// Skips white space.
    mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[position]) { position += 1 }
    }

    /// Skips white space and takes `character` if it comes next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
        position += 1
        return true
    }

    /// Skips white space and takes `character`, which must come next.
    mutating func expect(_ character: Unicode.Scalar) throws(WeightsError) {
        guard take(character) else { throw failure(expected: "`\(character)`") }
    }

    /// Requires that nothing but white space follows.
    mutating func expectEnd() throws(WeightsError) {
        skipSpace()
        guard position == bytes.count else { throw failure(expected: "the end of the header") }
    }

    /// A natural number that fits `Int`, without sign, fraction, exponent or leading zero.
    mutating func natural(_ what: String) throws(WeightsError) -> Int {
        skipSpace()
        let start = position
        var value = 0
        while position < bytes.count, (0x30...0x39).contains(bytes[position]) {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(bytes[position] - 0x30))
            guard !overflow, !carry else {
                throw failure(expected: "\(what) below 2^63", found: "a larger number")
            }
            value = sum
            position += 1
        }
        let digits = position - start
        guard digits > 0 else { throw failure(expected: "\(what), a natural number") }
        guard digits == 1 || bytes[start] != 0x30 else {
            throw failure(expected: what, found: "a number with a leading zero")
        }
        if position < bytes.count, ".eE+-".utf8.contains(bytes[position]) {
            throw failure(expected: "\(what), a natural number")
        }
        return value
    }

    /// A string of at most `limit` bytes, its escapes resolved.
    mutating func string(_ what: String, limit: Int) throws(WeightsError) -> String {
        guard take("\"") else { throw failure(expected: "\(what), a string") }
        var text: [UInt8] = []
        while true {
            guard position < bytes.count else { throw failure(expected: "the end of \(what)") }
            guard text.count <= limit else {
                throw failure(expected: "\(what) of at most \(limit) bytes", found: "a longer one")
            }
            let byte = bytes[position]
            guard byte >= 0x20 else { throw failure(expected: what, found: "a control character") }
            position += 1
            if byte == 0x22 { break }
            if byte == 0x5C {
                try escape(into: &text)
            } else {
                text.append(byte)
            }
        }
        guard let valid = String(validating: text, as: UTF8.self) else {
            throw failure(expected: "\(what) in UTF-8", found: "other bytes")
        }
        return valid
    }

    private var here: String {
        guard position < bytes.count else { return "the end of the header" }
        let byte = bytes[position]
        return (0x21...0x7E).contains(byte) ? "`\(Unicode.Scalar(byte))`" : "byte \(byte)"
    }

    private mutating func escape(into text: inout [UInt8]) throws(WeightsError) {
        guard position < bytes.count else { throw failure(expected: "an escape") }
        let letter = bytes[position]
        position += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try escapedScalar()).utf8))
        default: throw failure(expected: "an escape that JSON knows")
        }
    }

    private mutating func escapedScalar() throws(WeightsError) -> Unicode.Scalar {
        var value = try fourHexDigits()
        if (0xD800..<0xDC00).contains(value), position + 1 < bytes.count,
            bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
        {
            position += 2
            let low = try fourHexDigits()
            guard (0xDC00..<0xE000).contains(low) else {
                throw failure(expected: "the second half of a pair")
            }
            value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
        }
        guard let scalar = Unicode.Scalar(value) else {
            throw failure(expected: "a Unicode scalar", found: "half a surrogate pair")
        }
        return scalar
    }

    private mutating func fourHexDigits() throws(WeightsError) -> UInt32 {
        guard position + 4 <= bytes.count else { throw failure(expected: "four hexadecimal digits") }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue, bytes[position] < 0x80
            else {
                throw failure(expected: "a hexadecimal digit")
            }
            value = value << 4 | UInt32(digit)
            position += 1
        }
        return value
    }
}
