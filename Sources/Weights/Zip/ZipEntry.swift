import CZlib

/// A member of a zip archive; its bytes are checked to lie inside the file.
struct ZipEntry: Sendable, Equatable {
    /// How many times its deflated size a member may have: more is a bomb, not weights.
    static let largestRatio = 100

    let name: String
    /// The member's bytes in the file, deflated or not.
    let range: Range<Int>
    /// The bytes it has when inflated.
    let size: Int
    let isDeflated: Bool
    /// The checksum the archive states.
    let checksum: UInt32

    /// The first bytes, at most `limit`.
    func prefix(_ limit: Int, in file: MappedFile) throws(WeightsError) -> [UInt8] {
        let length = min(limit, size)
        guard isDeflated else { return Array(file.bytes[range.lowerBound..<range.lowerBound + length]) }
        return try inflated(length, in: file, whole: false)
    }

    /// All bytes of a member that is not larger than `limit`, its checksum checked.
    func contents(limit: Int, in file: MappedFile) throws(WeightsError) -> [UInt8] {
        guard size <= limit else {
            throw damaged(file, expected: "at most \(limit) bytes", found: "\(size)")
        }
        let bytes = isDeflated ? try inflated(in: file) : Array(file.bytes[range])
        // Safety: the call reads the array's bytes and keeps nothing.
        let sum = bytes.withUnsafeBufferPointer { czlib_crc32($0.baseAddress, $0.count) }
        guard sum == checksum else {
            throw damaged(file, expected: "checksum \(checksum)", found: "\(sum)")
        }
        return bytes
    }

    /// All bytes of a deflated member.
    func inflated(in file: MappedFile) throws(WeightsError) -> [UInt8] {
        try inflated(size, in: file, whole: true)
    }

    private func inflated(_ length: Int, in file: MappedFile, whole: Bool) throws(WeightsError) -> [UInt8] {
        guard length <= max(1 << 16, range.count * Self.largestRatio) else {
            throw damaged(
                file, expected: "at most \(Self.largestRatio) times \(range.count) deflated bytes",
                found: "\(size) bytes")
        }
        var isWhole = false
        let bytes = [UInt8](unsafeUninitializedCapacity: length) { target, initialized in
            // Safety: the call reads `range` of the mapping and writes at most `length` bytes; on failure they are
            // zeroed before they count as initialized.
            let source = UnsafeRawBufferPointer(rebasing: file.bytes[range])
            let start = source.baseAddress?.assumingMemoryBound(to: UInt8.self)
            isWhole =
                czlib_inflate(start, source.count, target.baseAddress, length, czlib_raw, whole ? 1 : 0) == 1
            if !isWhole { target.initialize(repeating: 0) }
            initialized = length
        }
        guard isWhole else {
            throw damaged(file, expected: "a deflated stream of \(length) bytes", found: "another")
        }
        return bytes
    }

    private func damaged(_ file: MappedFile, expected: String, found: String) -> WeightsError {
        .malformed(
            path: file.path, place: "member \(TensorName.shown(name))", expected: expected, found: found)
    }
}
