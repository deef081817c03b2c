/// One record of a zip archive's directory.
struct ZipDirectoryRecord {
    /// Where the next record begins.
    let end: Int
    private let position: Int
    private let name: String
    private let flags: UInt16
    private let method: UInt16
    private let checksum: UInt32
    private var deflatedSize: Int
    private var size: Int
    private var header: Int

    /// Reads the record at `position`; the directory ends at `end`.
    init(_ region: ByteRegion, at position: Int, end limit: Int) throws(WeightsError) {
        let what = "directory"
        guard try region.number(UInt32.self, at: position, what) == 0x0201_4B50 else {
            throw region.malformed(what, at: position, expected: "a member's record", found: "other bytes")
        }
        self.position = position
        flags = try region.number(UInt16.self, at: position + 8, what)
        method = try region.number(UInt16.self, at: position + 10, what)
        checksum = try region.number(UInt32.self, at: position + 16, what)
        deflatedSize = Int(try region.number(UInt32.self, at: position + 20, what))
        size = Int(try region.number(UInt32.self, at: position + 24, what))
        header = Int(try region.number(UInt32.self, at: position + 42, what))
        let nameLength = Int(try region.number(UInt16.self, at: position + 28, what))
        let extraLength = Int(try region.number(UInt16.self, at: position + 30, what))
        let commentLength = Int(try region.number(UInt16.self, at: position + 32, what))
        let extra = position + 46 + nameLength
        end = extra + extraLength + commentLength
        guard end <= limit else {
            throw region.malformed(
                what, at: position, expected: "a record before byte \(limit)",
                found: "one that ends at \(end)")
        }
        name = String(decoding: try region.bytes(position + 46, nameLength, what), as: UTF8.self)
        try widen(region, extra: extra..<extra + extraLength)
    }

    /// The member; its bytes must lie before `limit`.
    func entry(_ region: ByteRegion, before limit: Int) throws(WeightsError) -> ZipEntry {
        guard Self.isAllowed(name) else {
            throw fault(region, expected: "a name inside the archive's folder", found: TensorName.shown(name))
        }
        guard flags & 1 == 0 else {
            throw fault(region, expected: "a plain member", found: "an encrypted one")
        }
        guard method == 0 || method == 8 else {
            throw fault(region, expected: "stored or deflated members", found: "method \(method)")
        }
        guard method == 8 || size == deflatedSize else {
            throw fault(region, expected: "\(deflatedSize) bytes", found: "\(size)")
        }
        let what = "member \(TensorName.shown(name))"
        guard try region.number(UInt32.self, at: header, what) == 0x0403_4B50 else {
            throw region.malformed(what, at: header, expected: "its header", found: "other bytes")
        }
        let nameLength = Int(try region.number(UInt16.self, at: header + 26, what))
        let extraLength = Int(try region.number(UInt16.self, at: header + 28, what))
        let start = header + 30 + nameLength + extraLength
        guard region.has(start, deflatedSize), start + deflatedSize <= limit else {
            throw fault(
                region, expected: "a member that ends before byte \(limit)",
                found: "\(deflatedSize) bytes from byte \(start)")
        }
        guard String(decoding: try region.bytes(header + 30, nameLength, what), as: UTF8.self) == name else {
            throw region.malformed(what, at: header, expected: "one name", found: "another in its header")
        }
        return ZipEntry(
            name: name, range: start..<start + deflatedSize, size: size, isDeflated: method == 8,
            checksum: checksum)
    }

    /// Takes sizes and place from the record's 64-bit field, where the short ones say so.
    private mutating func widen(_ region: ByteRegion, extra: Range<Int>) throws(WeightsError) {
        var position = extra.lowerBound
        while position + 4 <= extra.upperBound {
            let tag = try region.number(UInt16.self, at: position, "directory")
            let length = Int(try region.number(UInt16.self, at: position + 2, "directory"))
            if tag == 1 {
                var value = position + 4
                if size == 0xFFFF_FFFF { size = try take(region, &value) }
                if deflatedSize == 0xFFFF_FFFF { deflatedSize = try take(region, &value) }
                if header == 0xFFFF_FFFF { header = try take(region, &value) }
                guard value <= position + 4 + length else {
                    throw fault(region, expected: "a 64-bit field of its numbers", found: "\(length) bytes")
                }
            }
            position += 4 + length
        }
    }

    private func take(_ region: ByteRegion, _ position: inout Int) throws(WeightsError) -> Int {
        defer { position += 8 }
        return try region.natural(8, at: position, "directory")
    }

    private func fault(_ region: ByteRegion, expected: String, found: String) -> WeightsError {
        region.malformed("directory", at: position, expected: expected, found: found)
    }

    /// Whether the name stays in the folder that the archive would be unpacked to.
    private static func isAllowed(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= 4096, !name.hasPrefix("/"), !name.contains("\\") else {
            return false
        }
        guard name.unicodeScalars.allSatisfy({ $0.value >= 32 && $0.value != 0xFFFD }) else { return false }
        return name.split(separator: "/").allSatisfy { $0 != ".." && $0 != "." }
    }
}
