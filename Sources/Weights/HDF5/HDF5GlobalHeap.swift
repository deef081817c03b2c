/// A collection of the global heap, where HDF5 keeps strings of any length.
enum HDF5GlobalHeap {
    /// Where each object of the collection at `address` is, by its number.
    static func objects(_ file: HDF5File, at address: Int) throws(WeightsError) -> [Int: Range<Int>] {
        let region = file.region
        try file.expect("GCOL", at: address, "global heap")
        let size = try region.natural(8, at: address + 8, "global heap")
        guard region.has(address, size) else {
            throw region.malformed(
                "global heap", at: address, expected: "a heap inside the file", found: "\(size) bytes")
        }
        var objects: [Int: Range<Int>] = [:]
        var position = address + 16
        while position + 16 <= address + size {
            let number = Int(try region.number(UInt16.self, at: position, "global heap"))
            // Number 0 is the free space at the end.
            if number == 0 { break }
            let length = try region.natural(8, at: position + 8, "global heap")
            guard region.has(position + 16, length) else {
                throw region.malformed(
                    "global heap", at: position, expected: "an object inside the file",
                    found: "\(length) bytes")
            }
            objects[number] = position + 16..<position + 16 + length
            position += 16 + (length + 7) / 8 * 8
        }
        return objects
    }
}
