import CZlib

/// The chunks of a data set, each filtered on its own.
struct HDF5Chunks: Sendable {
    /// One chunk.
    struct Part: Sendable {
        /// The index of its first element.
        let offset: [Int]
        /// Its bytes in the file.
        let range: Range<Int>
        /// A bit for each filter that this chunk skipped.
        let mask: UInt32
    }

    /// Extents of a chunk; those at the edges reach over it.
    let extents: [Int]
    /// The filters in the order they were applied.
    let filters: [HDF5Filter]
    let parts: [Part]
    /// The data set's, for errors.
    let name: String

    /// The elements of the whole data set, row-major in the file's byte order; zero where no chunk was written.
    func assembled(in file: MappedFile, elementSize: Int, shape: [Int]) throws(WeightsError) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: shape.reduce(elementSize, *))
        for part in parts {
            let bytes = try unfiltered(part, in: file, elementSize: elementSize)
            copy(bytes, at: part.offset, to: &result, elementSize: elementSize, shape: shape)
        }
        return result
    }

    private func unfiltered(
        _ part: Part, in file: MappedFile, elementSize: Int
    ) throws(WeightsError) -> [UInt8] {
        let size = extents.reduce(elementSize, *)
        var bytes = Array(file.bytes[part.range])
        for (index, filter) in filters.enumerated().reversed() where part.mask >> UInt32(index) & 1 == 0 {
            switch filter {
            case .deflate: bytes = try inflated(bytes, size: size + (carriesSum(before: index) ? 4 : 0), file)
            case .shuffle: bytes = Self.unshuffled(bytes, elementSize: elementSize)
            case .fletcher: bytes.removeLast(min(4, bytes.count))
            }
        }
        guard bytes.count == size else {
            throw damaged(file, expected: "a chunk of \(size) bytes", found: "\(bytes.count)")
        }
        return bytes
    }

    /// Whether a checksum was added before filter `index` was applied.
    private func carriesSum(before index: Int) -> Bool { filters[..<index].contains(.fletcher) }

    private func inflated(_ bytes: [UInt8], size: Int, _ file: MappedFile) throws(WeightsError) -> [UInt8] {
        guard size <= max(1 << 16, 1000 * bytes.count) else {
            throw damaged(file, expected: "at most 1000 times \(bytes.count) bytes", found: "\(size)")
        }
        var result = [UInt8](repeating: 0, count: size)
        // Safety: the call reads `bytes` and writes inside `result`; it keeps neither.
        let isWhole = bytes.withUnsafeBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
                czlib_inflate(
                    source.baseAddress, source.count, target.baseAddress, target.count, czlib_wrapped, 1) == 1
            }
        }
        guard isWhole else {
            throw damaged(file, expected: "a deflated chunk of \(size) bytes", found: "another")
        }
        return result
    }

    private func damaged(_ file: MappedFile, expected: String, found: String) -> WeightsError {
        .malformed(
            path: file.path, place: "data set \(TensorName.shown(name))", expected: expected, found: found)
    }

    /// Puts together what the shuffle filter took apart: all first bytes, then all second bytes...
    private static func unshuffled(_ bytes: [UInt8], elementSize: Int) -> [UInt8] {
        guard elementSize > 1 else { return bytes }
        let count = bytes.count / elementSize
        var result = bytes
        for byte in 0..<elementSize {
            for element in 0..<count { result[element * elementSize + byte] = bytes[byte * count + element] }
        }
        return result
    }

    /// Copies what of a chunk lies inside the data set, row by row.
    private func copy(
        _ bytes: [UInt8], at offset: [Int], to result: inout [UInt8], elementSize: Int, shape: [Int]
    ) {
        let lengths = shape.indices.map { max(0, min(extents[$0], shape[$0] - offset[$0])) }
        guard zip(offset, shape).allSatisfy({ $0 < $1 }), !lengths.contains(0), let row = lengths.last else {
            return
        }
        let sources = ElementCount.rowMajorStrides(extents)
        let targets = ElementCount.rowMajorStrides(shape)
        let rows = lengths.dropLast().reduce(1, *)
        for number in 0..<rows {
            var rest = number
            var source = 0
            var target = offset[shape.count - 1]
            for axis in shape.indices.dropLast().reversed() {
                source += rest % lengths[axis] * sources[axis]
                target += (offset[axis] + rest % lengths[axis]) * targets[axis]
                rest /= lengths[axis]
            }
            let from = source * elementSize
            let to = target * elementSize
            let length = row * elementSize
            result.replaceSubrange(to..<to + length, with: bytes[from..<from + length])
        }
    }
}
