/// A filter that the chunks of a data set went through.
enum HDF5Filter: Equatable {
    case deflate
    case shuffle
    case fletcher

    /// Reads the filters of a message, in the order they were applied.
    static func read(_ object: HDF5Object, _ data: Range<Int>) throws(WeightsError) -> [HDF5Filter] {
        let region = object.file.region
        let version = try region.number(UInt8.self, at: data.lowerBound, object.name)
        let count = Int(try region.number(UInt8.self, at: data.lowerBound + 1, object.name))
        guard version == 1 || version == 2, count <= 32 else {
            throw object.fault(data.lowerBound, expected: "filters of version 1 or 2", found: "\(version)")
        }
        var position = data.lowerBound + (version == 1 ? 8 : 2)
        var filters: [HDF5Filter] = []
        for _ in 0..<count {
            let number = try region.number(UInt16.self, at: position, object.name)
            filters.append(try filter(number, object))
            let hasName = version == 1 || number >= 256
            let nameLength = hasName ? Int(try region.number(UInt16.self, at: position + 2, object.name)) : 0
            let counts = position + (hasName ? 6 : 4)
            let values = Int(try region.number(UInt16.self, at: counts, object.name))
            let name = version == 1 ? (nameLength + 7) / 8 * 8 : nameLength
            position = counts + 2 + name + 4 * (version == 1 ? values + values % 2 : values)
        }
        return filters
    }

    private static func filter(_ number: UInt16, _ object: HDF5Object) throws(WeightsError) -> HDF5Filter {
        switch number {
        case 1: return .deflate
        case 2: return .shuffle
        case 3: return .fletcher
        default:
            let names: [UInt16: String] = [4: "szip", 5: "nbit", 6: "scaleoffset", 32_000: "lzf"]
            throw object.file.unread(object.name, "filter \(names[number] ?? "\(number)")")
        }
    }
}
