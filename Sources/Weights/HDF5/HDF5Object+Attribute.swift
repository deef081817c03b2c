extension HDF5Object {
    /// Most strings of an attribute.
    private static let mostStrings = 200_000

    /// Where the parts of an attribute's message are.
    private struct Attribute {
        let type: HDF5Datatype
        let count: Int
        let data: Range<Int>
    }

    /// The strings of the attribute called `name`; nil where there is none, or none of strings.
    func strings(_ name: String) throws(WeightsError) -> [String]? {
        guard let attribute = try attribute(name) else {
            if messages(.attribute).isEmpty, let info = try message(.attributeInfo) {
                try refuseDense(info)
            }
            return nil
        }
        switch attribute.type {
        case .string(let size):
            return try fixedStrings(attribute, size: size)
        case .heapString:
            return try heapStrings(attribute)
        default: return nil
        }
    }

    /// The strings of an attribute that Keras cut into parts where it was too long: `name`, or `name0`, `name1`...
    func chunkedStrings(_ name: String) throws(WeightsError) -> [String]? {
        if let whole = try strings(name) { return whole }
        guard var all = try strings(name + "0") else { return nil }
        var number = 1
        while all.count <= Self.mostStrings, let more = try strings(name + "\(number)") {
            all += more
            number += 1
        }
        return all
    }

    private func refuseDense(_ info: HDF5Message) throws(WeightsError) {
        let flags = try file.region.number(UInt8.self, at: info.data.lowerBound + 1, name)
        let heap = info.data.lowerBound + 2 + (flags & 1 != 0 ? 2 : 0)
        guard try file.address(at: heap, name) == nil else {
            throw file.unread(name, "attributes in HDF5's newer layout")
        }
    }

    private func attribute(_ wanted: String) throws(WeightsError) -> Attribute? {
        for message in messages(.attribute) {
            let (found, parts) = try split(message.data)
            guard found == wanted else { continue }
            let type = try HDF5Datatype(file, at: parts.type)
            guard let count = ElementCount.of(try extents(at: parts.space)), count <= Self.mostStrings,
                count * type.size <= parts.data.count
            else {
                throw fault(
                    parts.space, expected: "an attribute inside its message", found: "a larger one")
            }
            return Attribute(type: type, count: count, data: parts.data)
        }
        return nil
    }

    /// The name of an attribute, and where its type, its extents and its data begin.
    private func split(
        _ message: Range<Int>
    ) throws(WeightsError) -> (String, (type: Int, space: Int, data: Range<Int>)) {
        let region = file.region
        let start = message.lowerBound
        let version = try region.number(UInt8.self, at: start, name)
        guard (1...3).contains(version) else {
            throw fault(start, expected: "an attribute of version 1 to 3", found: "\(version)")
        }
        func padded(_ size: Int) -> Int { version == 1 ? (size + 7) / 8 * 8 : size }
        let nameSize = Int(try region.number(UInt16.self, at: start + 2, name))
        let typeSize = Int(try region.number(UInt16.self, at: start + 4, name))
        let spaceSize = Int(try region.number(UInt16.self, at: start + 6, name))
        let first = start + (version == 3 ? 9 : 8)
        let type = first + padded(nameSize)
        let space = type + padded(typeSize)
        let data = space + padded(spaceSize)
        guard data <= message.upperBound else {
            throw fault(start, expected: "an attribute inside its message", found: "a larger one")
        }
        let text = try region.bytes(first, nameSize, name).prefix { $0 != 0 }
        return (String(decoding: text, as: UTF8.self), (type, space, data..<message.upperBound))
    }

    private func fixedStrings(_ attribute: Attribute, size: Int) throws(WeightsError) -> [String] {
        var strings: [String] = []
        for index in 0..<attribute.count {
            let bytes = try file.region.bytes(attribute.data.lowerBound + index * size, size, name)
            strings.append(String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self))
        }
        return strings
    }

    private func heapStrings(_ attribute: Attribute) throws(WeightsError) -> [String] {
        var heaps: [Int: [Int: Range<Int>]] = [:]
        var strings: [String] = []
        for index in 0..<attribute.count {
            let place = attribute.data.lowerBound + 16 * index
            let length = Int(try file.region.number(UInt32.self, at: place, name))
            guard length > 0, let heap = try file.address(at: place + 4, name) else {
                strings.append("")
                continue
            }
            let number = Int(try file.region.number(UInt32.self, at: place + 12, name))
            if heaps[heap] == nil { heaps[heap] = try HDF5GlobalHeap.objects(file, at: heap) }
            guard let range = heaps[heap]?[number], length <= range.count else {
                throw fault(place, expected: "a string in the heap", found: "none under number \(number)")
            }
            strings.append(String(decoding: file.region.bytes[range].prefix(length), as: UTF8.self))
        }
        return strings
    }
}
