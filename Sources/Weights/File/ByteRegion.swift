/// A part of a mapped file in which every read is checked.
struct ByteRegion: Sendable {
    /// The whole file.
    let file: MappedFile
    /// The part, in bytes from the start of the file.
    let range: Range<Int>
    /// What errors call the part: "" for the whole file, else a prefix such as "member `model.weights.h5`, ".
    let label: String

    /// All of a file.
    init(_ file: MappedFile) {
        self.init(file, 0..<file.bytes.count, label: "")
    }

    /// `range` of a file, which must lie inside it.
    init(_ file: MappedFile, _ range: Range<Int>, label: String) {
        precondition(range.lowerBound >= 0 && range.upperBound <= file.bytes.count, "a part of the file")
        self.file = file
        self.range = range
        self.label = label
    }

    /// The number of bytes.
    var count: Int { range.count }

    /// The bytes; they live as long as `file`.
    var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(rebasing: file.bytes[range]) }

    /// `length` bytes from `offset`, where both come from the file and may be anything.
    func bytes(_ offset: Int, _ length: Int, _ what: String) throws(WeightsError) -> UnsafeRawBufferPointer {
        try check(offset, length, what)
        return UnsafeRawBufferPointer(rebasing: bytes[offset..<offset + length])
    }

    /// A little-endian number at `offset`.
    func number<Number: FixedWidthInteger>(
        _ type: Number.Type, at offset: Int, _ what: String
    ) throws(WeightsError) -> Number {
        let size = MemoryLayout<Number>.size
        try check(offset, size, what)
        // Safety: `size` bytes are there by the check; the load needs no alignment.
        return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Number.self))
    }

    /// A little-endian unsigned number of `size` bytes (1...8) at `offset`, which must fit `Int`.
    func natural(_ size: Int, at offset: Int, _ what: String) throws(WeightsError) -> Int {
        let part = try bytes(offset, size, what)
        var value: UInt64 = 0
        for byte in part.reversed() { value = value << 8 | UInt64(byte) }
        guard let result = Int(exactly: value) else {
            throw malformed(what, at: offset, expected: "a number below 2^63", found: "\(value)")
        }
        return result
    }

    /// Whether `length` bytes are there from `offset`.
    func has(_ offset: Int, _ length: Int) -> Bool {
        offset >= 0 && length >= 0 && offset <= count && length <= count - offset
    }

    /// An error at a byte of this region.
    func malformed(_ what: String, at offset: Int, expected: String, found: String) -> WeightsError {
        .malformed(
            path: file.path, place: "\(label)\(what) at byte \(offset)", expected: expected, found: found)
    }

    /// An error at a place that has no byte.
    func malformed(_ place: String, expected: String, found: String) -> WeightsError {
        .malformed(path: file.path, place: label + place, expected: expected, found: found)
    }

    private func check(_ offset: Int, _ length: Int, _ what: String) throws(WeightsError) {
        guard has(offset, length) else {
            throw malformed(
                what, at: offset, expected: "\(length) bytes",
                found: "the end of the data after \(count) bytes")
        }
    }
}
