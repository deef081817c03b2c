/// The directory of a zip archive (APPNOTE 6.3.10), checked: every member lies inside the file, none overlaps
/// another, no name leaves the folder or comes twice.
struct ZipArchive: Sendable {
    /// Most members accepted.
    private static let mostEntries = 200_000
    /// The longest comment behind the directory.
    private static let longestComment = 65_535

    let file: MappedFile
    /// The members in the directory's order.
    let entries: [ZipEntry]
    private let indices: [String: Int]

    /// Reads the directory; no member is read.
    init(_ file: MappedFile) throws(WeightsError) {
        let region = ByteRegion(file)
        let directory = try Self.directory(region)
        var entries: [ZipEntry] = []
        var indices: [String: Int] = [:]
        var position = directory.range.lowerBound
        for _ in 0..<directory.count {
            let record = try ZipDirectoryRecord(region, at: position, end: directory.range.upperBound)
            let entry = try record.entry(region, before: directory.range.lowerBound)
            guard indices.updateValue(entries.count, forKey: entry.name) == nil else {
                throw region.malformed(
                    "directory", at: position, expected: "every member once",
                    found: "\(TensorName.shown(entry.name)) twice")
            }
            entries.append(entry)
            position = record.end
        }
        self.file = file
        self.entries = entries
        self.indices = indices
        try checkOverlaps(region)
    }

    /// The member called `name`.
    func entry(_ name: String) -> ZipEntry? { indices[name].map { entries[$0] } }

    /// An error of the archive as a whole.
    func malformed(expected: String, found: String) -> WeightsError {
        .malformed(path: file.path, place: "archive", expected: expected, found: found)
    }

    private func checkOverlaps(_ region: ByteRegion) throws(WeightsError) {
        let ordered = entries.filter { !$0.range.isEmpty }.sorted {
            $0.range.lowerBound < $1.range.lowerBound
        }
        for (first, second) in zip(ordered, ordered.dropFirst())
        where first.range.upperBound > second.range.lowerBound {
            throw malformed(
                expected: "members one after another",
                found: "\(TensorName.shown(first.name)) over \(TensorName.shown(second.name))")
        }
    }

    /// Where the directory is and how many members it lists.
    private static func directory(
        _ region: ByteRegion
    ) throws(WeightsError) -> (range: Range<Int>, count: Int) {
        let end = try endRecord(region)
        var count = Int(try region.number(UInt16.self, at: end + 10, "directory's end"))
        var size = Int(try region.number(UInt32.self, at: end + 12, "directory's end"))
        var start = Int(try region.number(UInt32.self, at: end + 16, "directory's end"))
        if count == 0xFFFF || size == 0xFFFF_FFFF || start == 0xFFFF_FFFF,
            let wide = try wideRecord(region, end)
        {
            count = try region.natural(8, at: wide + 32, "64-bit directory's end")
            size = try region.natural(8, at: wide + 40, "64-bit directory's end")
            start = try region.natural(8, at: wide + 48, "64-bit directory's end")
        }
        guard region.has(start, size), start + size <= end, count <= mostEntries else {
            throw region.malformed(
                "directory's end", at: end,
                expected: "a directory of at most \(mostEntries) members before it",
                found: "\(count) members in \(size) bytes from byte \(start)")
        }
        return (start..<start + size, count)
    }

    /// Where the record is that ends an archive: the last one whose comment reaches to the end of the file.
    private static func endRecord(_ region: ByteRegion) throws(WeightsError) -> Int {
        var position = region.count - 22
        let first = max(0, position - longestComment)
        while position >= first {
            if try region.number(UInt32.self, at: position, "directory's end") == 0x0605_4B50 {
                let comment = Int(try region.number(UInt16.self, at: position + 20, "directory's end"))
                if position + 22 + comment == region.count { return position }
            }
            position -= 1
        }
        throw region.malformed(
            "end of the archive", expected: "its directory", found: "none: the file may be cut off")
    }

    /// The record of archives above 4 GB, where there is one.
    private static func wideRecord(_ region: ByteRegion, _ end: Int) throws(WeightsError) -> Int? {
        guard end >= 20,
            try region.number(UInt32.self, at: end - 20, "64-bit directory's place") == 0x0706_4B50
        else { return nil }
        let start = try region.natural(8, at: end - 12, "64-bit directory's place")
        guard try region.number(UInt32.self, at: start, "64-bit directory's end") == 0x0606_4B50 else {
            throw region.malformed(
                "64-bit directory's end", at: start, expected: "its signature", found: "other bytes")
        }
        return start
    }
}
