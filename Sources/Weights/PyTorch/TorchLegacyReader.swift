/// Reads PyTorch's files of the time before 1.6: five pickles (magic, protocol, machine, object, storage keys), then
/// each storage as its count and its elements.
enum TorchLegacyReader {
    /// The magic number's pickle begins with these bytes in every protocol that has `LONG1`.
    static let magic: [UInt8] = [
        0x8A, 0x0A, 0x6C, 0xFC, 0x9C, 0x46, 0xF9, 0x20, 0x6A, 0xA8, 0x50, 0x19, 0x2E,
    ]

    /// Reads the file in `region`.
    static func read(_ region: ByteRegion) throws(WeightsError) -> WeightContents {
        let first = try PickleMachine.read(region)
        let version = try PickleMachine.read(region, at: first.end)
        guard version.value == .int(1001) else {
            throw region.malformed(
                "second pickle", expected: "protocol version 1001", found: version.value.title)
        }
        let machine = try PickleMachine.read(region, at: version.end)
        let isBigEndian = machine.arena.value("little_endian", of: machine.value) == .bool(false)
        let object = try PickleMachine.read(region, at: machine.end)
        let keys = try PickleMachine.read(region, at: object.end)
        let harvest = try TorchHarvest(object, path: region.file.path)
        let places = try storages(
            region, keys: keys, sizes: try elementSizes(object, region), isBigEndian: isBigEndian)
        return try TorchContents.make(
            harvest, format: .pyTorchLegacy, path: region.file.path, isBigEndian: isBigEndian
        ) { storage throws(WeightsError) in
            guard let range = places[storage.key] else {
                throw region.malformed(
                    "storages", expected: "storage \(TensorName.shown(storage.key))", found: "none")
            }
            return range
        }
    }

    /// Where each listed storage is; they must fill the rest of the file.
    private static func storages(
        _ region: ByteRegion, keys: Pickle, sizes: [String: Int], isBigEndian: Bool
    ) throws(WeightsError) -> [String: Range<Int>] {
        guard let list = keys.arena.elements(keys.value) else {
            throw region.malformed("fifth pickle", expected: "the storages' keys", found: keys.value.title)
        }
        var position = keys.end
        var places: [String: Range<Int>] = [:]
        for value in list {
            guard let key = value.text ?? value.integer.map(String.init), let size = sizes[key] else {
                throw region.malformed("fifth pickle", expected: "keys of storages", found: value.title)
            }
            let what = "storage \(TensorName.shown(key))"
            let raw = try region.number(Int64.self, at: position, what)
            let count = Int(isBigEndian ? raw.byteSwapped : raw)
            let (length, overflow) = count.multipliedReportingOverflow(by: size)
            guard count >= 0, !overflow, region.has(position + 8, length) else {
                throw region.malformed(
                    what, at: position, expected: "elements inside the file",
                    found: "\(count) elements of \(size) bytes")
            }
            let start = region.range.lowerBound + position + 8
            guard places.updateValue(start..<start + length, forKey: key) == nil else {
                throw region.malformed(what, at: position, expected: "one storage of a key", found: "two")
            }
            position += 8 + length
        }
        guard position == region.count else {
            throw region.malformed(
                "storages", at: position, expected: "the end of the file",
                found: "\(region.count - position) more bytes")
        }
        return places
    }

    /// Bytes of an element of each storage that the object mentions.
    private static func elementSizes(
        _ object: Pickle, _ region: ByteRegion
    ) throws(WeightsError) -> [String: Int] {
        var sizes: [String: Int] = [:]
        for index in 0..<object.arena.count {
            // A module's class is mentioned in the same way as a storage.
            guard case .persistent(let id) = object.arena[index],
                object.arena.elements(id)?.first != .string("module")
            else { continue }
            do throws(TorchFault) {
                let storage = try TorchStorage(.node(index), in: object.arena)
                sizes[storage.key] = try elementSize(storage)
            } catch {
                throw region.malformed("storage", expected: error.expected, found: error.found)
            }
        }
        return sizes
    }

    private static func elementSize(_ storage: TorchStorage) throws(TorchFault) -> Int {
        switch storage.type {
        case .elements(let type): return type.size
        case .untyped: return 1
        case .unread:
            throw TorchFault(expected: "storages of real numbers", found: "complex or quantised ones")
        }
    }
}
