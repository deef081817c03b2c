extension HDF5Object {
    /// How many times its stored size a data set may have: more is a bomb, or was never written.
    private static let largestRatio = 100

    /// Reads the extents that stand at `offset`; none for a scalar.
    func extents(at offset: Int) throws(WeightsError) -> [Int] {
        let region = file.region
        let version = try region.number(UInt8.self, at: offset, name)
        let rank = Int(try region.number(UInt8.self, at: offset + 1, name))
        guard version == 1 || version == 2, rank <= 16 else {
            throw fault(offset, expected: "at most 16 axes", found: "\(rank) in version \(version)")
        }
        if version == 2, try region.number(UInt8.self, at: offset + 3, name) == 2 {
            throw file.unread(name, "a data set without elements")
        }
        let start = offset + (version == 1 ? 8 : 4)
        var extents: [Int] = []
        for axis in 0..<rank { extents.append(try region.natural(8, at: start + 8 * axis, name)) }
        return extents
    }

    /// The data set as a tensor, its place checked.
    func tensor() throws(WeightsError) -> StoredTensor {
        guard let space = try message(.dataspace), let datatype = try message(.datatype),
            let layout = try message(.layout)
        else { throw malformedTensor(expected: "a data set of numbers", found: isGroup ? "a group" : "none") }
        guard try message(.externalFiles) == nil else { throw file.unread(name, "data in other files") }
        let type = try HDF5Datatype(file, at: datatype.data.lowerBound)
        guard case .number(let element, let isBigEndian) = type else {
            throw malformedTensor(expected: "numbers", found: type.title)
        }
        let shape = try extents(at: space.data.lowerBound)
        guard let bytes = ElementCount.bytes(of: shape, element) else {
            throw malformedTensor(expected: "fewer than 2^63 bytes", found: "shape \(shape)")
        }
        let place = try place(layout.data, shape: shape, bytes: bytes, elementSize: element.size)
        return StoredTensor(
            type: element, place: place,
            layout: ElementLayout(size: element.size, shape: shape, isBigEndian: isBigEndian))
    }

    private func malformedTensor(expected: String, found: String) -> WeightsError {
        .malformed(
            path: file.region.file.path, place: "\(file.region.label)\(TensorName.shown(name))",
            expected: expected, found: found)
    }

    private func place(
        _ data: Range<Int>, shape: [Int], bytes: Int, elementSize: Int
    ) throws(WeightsError) -> StoredTensor.Place {
        let region = file.region
        let start = data.lowerBound
        let version = try region.number(UInt8.self, at: start, name)
        let kind = try region.number(UInt8.self, at: start + 1, name)
        guard version == 3 || version == 4 && kind < 2 else {
            throw file.unread(name, "a layout of version \(version)")
        }
        switch kind {
        case 0:
            let size = Int(try region.number(UInt16.self, at: start + 2, name))
            return try run(start + 4, stored: size, needed: bytes)
        case 1:
            guard bytes > 0 else { return .mapped(0..<0) }
            guard let address = try file.address(at: start + 2, name) else {
                throw malformedTensor(expected: "\(bytes) bytes", found: "no data")
            }
            return try run(address, stored: try region.natural(8, at: start + 10, name), needed: bytes)
        case 2:
            return .chunked(try chunks(start, shape: shape, bytes: bytes, elementSize: elementSize))
        default: throw file.unread(name, "a layout of kind \(kind)")
        }
    }

    private func run(_ start: Int, stored: Int, needed: Int) throws(WeightsError) -> StoredTensor.Place {
        guard stored == needed, file.region.has(start, stored) else {
            throw malformedTensor(
                expected: "\(needed) bytes inside the file", found: "\(stored) from byte \(start)")
        }
        let origin = file.region.range.lowerBound + start
        return .mapped(origin..<origin + stored)
    }

    private func chunks(
        _ start: Int, shape: [Int], bytes: Int, elementSize: Int
    ) throws(WeightsError) -> HDF5Chunks {
        let region = file.region
        let rank = Int(try region.number(UInt8.self, at: start + 2, name)) - 1
        guard rank == shape.count, rank > 0 else {
            throw malformedTensor(expected: "chunks of \(shape.count) axes", found: "\(rank)")
        }
        var extents: [Int] = []
        for axis in 0..<rank {
            extents.append(Int(try region.number(UInt32.self, at: start + 11 + 4 * axis, name)))
        }
        guard let count = ElementCount.bytes(of: extents + [elementSize], .uint8), count > 0, count <= 1 << 32
        else {
            throw malformedTensor(expected: "chunks of at most 4 GB", found: "chunks of \(extents)")
        }
        let filters = try message(.filters).map { message throws(WeightsError) in
            try HDF5Filter.read(self, message.data)
        }
        let chunks = HDF5Chunks(
            extents: extents, filters: filters ?? [], parts: try parts(start, rank: rank), name: name)
        let stored = chunks.parts.reduce(0) { $0 + $1.range.count }
        let (most, overflow) = stored.multipliedReportingOverflow(by: Self.largestRatio)
        guard overflow || bytes <= most, count <= max(1 << 16, most) else {
            throw malformedTensor(
                expected: "at most \(Self.largestRatio) times its \(stored) stored bytes", found: "\(bytes)")
        }
        return chunks
    }

    /// The chunks that were written.
    private func parts(_ start: Int, rank: Int) throws(WeightsError) -> [HDF5Chunks.Part] {
        guard let tree = try file.address(at: start + 3, name) else { return [] }
        let region = file.region
        let origin = region.range.lowerBound
        var parts: [HDF5Chunks.Part] = []
        try HDF5Tree.leaves(file, root: tree, kind: 1, keySize: 16 + 8 * rank, mostNodes: 100_000) {
            key, leaf throws(WeightsError) in
            let size = Int(try region.number(UInt32.self, at: key, "chunk"))
            let mask = try region.number(UInt32.self, at: key + 4, "chunk")
            var offset: [Int] = []
            for axis in 0..<rank { offset.append(try region.natural(8, at: key + 8 + 8 * axis, "chunk")) }
            guard region.has(leaf, size) else {
                throw region.malformed(
                    "chunk", at: key, expected: "a chunk inside the file", found: "\(size) bytes")
            }
            parts.append(
                HDF5Chunks.Part(offset: offset, range: origin + leaf..<origin + leaf + size, mask: mask))
        }
        return parts
    }
}
