/// Reads the one Python literal that a NumPy header may be: `{'descr': '<f4', 'fortran_order': False, 'shape': (3,)}`.
struct NumPyLiteral {
    /// The three entries.
    struct Fields {
        let descr: String
        let isFortran: Bool
        let shape: [Int]
    }

    private let text: [UInt8]
    private var position = 0

    private init(_ text: [UInt8]) {
        self.text = text
    }

    /// The entries of `text`, each once and no other; nil when it is anything else.
    static func fields(_ text: [UInt8]) -> Fields? {
        var literal = NumPyLiteral(text)
        return literal.fields()
    }

    private mutating func fields() -> Fields? {
        var descr: String?
        var isFortran: Bool?
        var shape: [Int]?
        guard take("{") else { return nil }
        while !take("}") {
            guard let key = string(), take(":") else { return nil }
            switch key {
            case "descr" where descr == nil: descr = string()
            case "fortran_order" where isFortran == nil: isFortran = bool()
            case "shape" where shape == nil: shape = tuple()
            default: return nil
            }
            guard take(",") || isNext("}") else { return nil }
        }
        skipSpace()
        guard position == text.count, let descr, let isFortran, let shape else { return nil }
        return Fields(descr: descr, isFortran: isFortran, shape: shape)
    }

    private mutating func skipSpace() {
        while position < text.count, [0x20, 0x0A, 0x09, 0x0D].contains(text[position]) { position += 1 }
    }

    private mutating func isNext(_ character: Unicode.Scalar) -> Bool {
        skipSpace()
        return position < text.count && UInt32(text[position]) == character.value
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard isNext(character) else { return false }
        position += 1
        return true
    }

    private mutating func string() -> String? {
        skipSpace()
        guard position < text.count, let quote = [UInt8(0x27), 0x22].first(where: { $0 == text[position] }),
            let end = text[(position + 1)...].firstIndex(of: quote)
        else { return nil }
        defer { position = end + 1 }
        let bytes = text[position + 1..<end]
        guard bytes.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != 0x5C }) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func bool() -> Bool? {
        skipSpace()
        for (word, value) in [("True", true), ("False", false)]
        where text[position...].starts(with: word.utf8) {
            position += word.utf8.count
            return value
        }
        return nil
    }

    private mutating func tuple() -> [Int]? {
        guard take("(") else { return nil }
        var numbers: [Int] = []
        while !take(")") {
            guard numbers.count < 64, let number = natural() else { return nil }
            numbers.append(number)
            guard take(",") || isNext(")") else { return nil }
        }
        return numbers
    }

    private mutating func natural() -> Int? {
        skipSpace()
        var value: Int?
        while position < text.count, (0x30...0x39).contains(text[position]) {
            let (product, overflow) = (value ?? 0).multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(Int(text[position] - 0x30))
            guard !overflow, !carry else { return nil }
            value = sum
            position += 1
        }
        // Python 2 wrote an `L` behind long integers.
        if value != nil, position < text.count, text[position] == UInt8(ascii: "L") { position += 1 }
        return value
    }
}
