/// For each row a number from 0, or none, in as few bytes as the largest of them needs.
struct RowCodes: Sendable, ExpressibleByArrayLiteral {
    // Exactly one of them has rows; each number stands as one more, and 0 is none.
    private var bytes: [UInt8] = []
    private var words: [UInt16] = []
    private var longs: [UInt32] = []
    private var width = Width.byte

    private enum Width { case byte, word, long }

    /// The numbers of rows; -1 is none.
    init(_ codes: some Sequence<Int32>) {
        for code in codes { append(code) }
    }

    /// The numbers of rows; -1 is none.
    init(arrayLiteral codes: Int32...) {
        self.init(codes)
    }

    /// The number of rows.
    var count: Int {
        switch width {
        case .byte: bytes.count
        case .word: words.count
        case .long: longs.count
        }
    }

    /// The number of a row; -1 is none.
    subscript(_ row: Int) -> Int32 {
        switch width {
        case .byte: Int32(bytes[row]) - 1
        case .word: Int32(words[row]) - 1
        case .long: Int32(bitPattern: longs[row] &- 1)
        }
    }

    /// Adds a row; -1 is none.
    @inline(__always)
    mutating func append(_ code: Int32) {
        let number = UInt32(bitPattern: code) &+ 1
        if width == .byte, number <= UInt32(UInt8.max) {
            bytes.append(UInt8(truncatingIfNeeded: number))
        } else {
            appendWide(number)
        }
    }

    private mutating func appendWide(_ number: UInt32) {
        switch width {
        case .word where number <= UInt32(UInt16.max): words.append(UInt16(truncatingIfNeeded: number))
        case .long: longs.append(number)
        default:
            widen(for: number)
            appendWide(number)
        }
    }

    /// What `values` has for the number of each row, `none` where it has none.
    func map<Value>(none: Value, _ values: [Value]) -> [Value] {
        let table = [none] + values
        switch width {
        case .byte: return bytes.map { table[Int($0)] }
        case .word: return words.map { table[Int($0)] }
        case .long: return longs.map { table[Int($0)] }
        }
    }

    /// Other numbers in place of these: `values` has one for each, `none` stands for none; -1 is none.
    func renumbered(none: Int32, _ values: [Int32]) -> RowCodes {
        let table = [none] + values
        var codes = RowCodes()
        switch width {
        case .byte: for code in bytes { codes.append(table[Int(code)]) }
        case .word: for code in words { codes.append(table[Int(code)]) }
        case .long: for code in longs { codes.append(table[Int(code)]) }
        }
        return codes
    }

    /// The numbers of some rows, in their order; a row of -1 has none.
    func taking(_ rows: some Sequence<Int32>) -> RowCodes {
        RowCodes(rows.lazy.map { $0 < 0 ? -1 : self[Int($0)] })
    }

    /// The numbers of some rows, in their order.
    func rows(_ rows: [Int]) -> RowCodes {
        RowCodes(rows.lazy.map { self[$0] })
    }

    /// Whether some row has this number; -1 asks for none.
    func contains(_ code: Int32) -> Bool {
        let number = UInt32(bitPattern: code) &+ 1
        return switch width {
        case .byte: number <= UInt32(UInt8.max) && bytes.contains(UInt8(truncatingIfNeeded: number))
        case .word: number <= UInt32(UInt16.max) && words.contains(UInt16(truncatingIfNeeded: number))
        case .long: longs.contains(number)
        }
    }

    /// Makes the numbers wide enough for another one.
    private mutating func widen(for number: UInt32) {
        if number <= UInt32(UInt16.max) {
            (words, bytes, width) = (bytes.map(UInt16.init), [], .word)
        } else {
            longs = width == .byte ? bytes.map(UInt32.init) : words.map(UInt32.init)
            (bytes, words, width) = ([], [], .long)
        }
    }
}
