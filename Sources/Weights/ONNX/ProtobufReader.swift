/// Reads the fields of one protobuf message, in order; nothing is copied.
struct ProtobufReader {
    /// A field.
    enum Value {
        /// A whole number, or the bits of a fixed one.
        case number(UInt64)
        /// A message, text or packed numbers: a range of the file.
        case bytes(Range<Int>)
    }

    private let bytes: UnsafeRawBufferPointer
    private var place: Int
    private let end: Int

    /// The message in `range` of `bytes`.
    init(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        self.bytes = bytes
        place = range.lowerBound
        end = range.upperBound
    }

    /// The next field; nil at the end.
    ///
    /// - Throws: the place of a field that breaks the format.
    mutating func next() throws(ProtobufFault) -> (number: Int, value: Value)? {
        guard place < end else { return nil }
        let key = try varint()
        let number = Int(key >> 3)
        switch key & 7 {
        case 0: return (number, .number(try varint()))
        case 1: return (number, .number(try fixed(8)))
        case 5: return (number, .number(try fixed(4)))
        case 2:
            let count = try varint()
            guard count <= UInt64(end - place) else { throw ProtobufFault(place: place) }
            let range = place..<place + Int(count)
            place = range.upperBound
            return (number, .bytes(range))
        default: throw ProtobufFault(place: place)
        }
    }

    /// The next of packed numbers; nil at the end.
    mutating func nextNumber() throws(ProtobufFault) -> UInt64? {
        place < end ? try varint() : nil
    }

    private mutating func varint() throws(ProtobufFault) -> UInt64 {
        var result: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 7) {
            guard place < end else { throw ProtobufFault(place: place) }
            let byte = bytes[place]
            place += 1
            result |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return result }
        }
        throw ProtobufFault(place: place)
    }

    private mutating func fixed(_ count: Int) throws(ProtobufFault) -> UInt64 {
        guard end - place >= count else { throw ProtobufFault(place: place) }
        defer { place += count }
        return (0..<count).reduce(0) { $0 | UInt64(bytes[place + $1]) << UInt64(8 * $1) }
    }
}
