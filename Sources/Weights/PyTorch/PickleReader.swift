/// Takes the bytes of a pickle one after another, every read checked.
struct PickleReader {
    private let region: ByteRegion
    private(set) var position: Int

    /// Reads from byte `position` of `region`.
    init(_ region: ByteRegion, at position: Int) {
        self.region = region
        self.position = position
    }

    /// One byte.
    mutating func byte() throws(WeightsError) -> UInt8 {
        try number(UInt8.self)
    }

    /// A little-endian number.
    mutating func number<Number: FixedWidthInteger>(_ type: Number.Type) throws(WeightsError) -> Number {
        let value = try region.number(Number.self, at: position, "pickle")
        position += MemoryLayout<Number>.size
        return value
    }

    /// A length of `size` bytes, little-endian, of something that must still fit.
    mutating func length(_ size: Int) throws(WeightsError) -> Int {
        let value = try region.natural(size, at: position, "pickle")
        position += size
        guard region.has(position, value) else {
            throw failure(expected: "a length inside the file", found: "\(value) bytes")
        }
        return value
    }

    /// `count` bytes.
    mutating func bytes(_ count: Int) throws(WeightsError) -> [UInt8] {
        let result = Array(try region.bytes(position, count, "pickle"))
        position += count
        return result
    }

    /// `count` bytes of UTF-8; of Latin-1 where they are none, as Python 2 wrote them.
    mutating func text(_ count: Int) throws(WeightsError) -> String {
        let bytes = try bytes(count)
        if let text = String(validating: bytes, as: UTF8.self) { return text }
        return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    /// The text before the next line feed.
    mutating func line(limit: Int) throws(WeightsError) -> String {
        var bytes: [UInt8] = []
        while true {
            let next = try byte()
            if next == 0x0A { break }
            bytes.append(next)
            guard bytes.count <= limit else {
                throw failure(expected: "a name of at most \(limit) bytes", found: "a longer one")
            }
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw failure(expected: "a name in UTF-8", found: "other bytes")
        }
        return text
    }

    /// An error at the byte before the current one.
    func failure(expected: String, found: String) -> WeightsError {
        region.malformed("pickle", at: max(0, position - 1), expected: expected, found: found)
    }

    /// The error of a file that describes more than data.
    func refusal(_ what: String) -> WeightsError {
        .refused(path: region.file.path, place: "\(region.label)pickle at byte \(max(0, position - 1))", what)
    }
}
