extension HDF5Object {
    /// Most names of a group, and most nodes of its tree.
    private static let mostNames = 200_000
    private static let mostNodes = 100_000

    /// Whether the object is a group.
    var isGroup: Bool {
        messages.contains { $0.kind == .symbolTable || $0.kind == .linkInfo || $0.kind == .link }
    }

    /// The names in this group, as the file orders them: by name in the old layout.
    func links() throws(WeightsError) -> [HDF5Link] {
        if let table = try message(.symbolTable) { return try tableLinks(table.data.lowerBound) }
        if let info = try message(.linkInfo) {
            let flags = try file.region.number(UInt8.self, at: info.data.lowerBound + 1, name)
            let heap = info.data.lowerBound + 2 + (flags & 1 != 0 ? 8 : 0)
            guard try file.address(at: heap, name) == nil else {
                throw file.unread(name, "a group of many links in HDF5's newer layout")
            }
        }
        var links: [HDF5Link] = []
        for message in messages(.link) { links.append(try link(message.data)) }
        return links
    }

    /// What `name` stands for in this group.
    func link(_ name: String) throws(WeightsError) -> HDF5Link.Target? {
        try links().first { $0.name == name }?.target
    }

    /// The object at a path of names below this group; nil where there is none.
    func descendant(_ path: String) throws(WeightsError) -> HDF5Object? {
        var object = self
        for part in path.split(separator: "/") {
            guard object.isGroup, let target = try object.link(String(part)) else { return nil }
            object = try object.child(String(part), target)
        }
        return object
    }

    /// The object that a link of this group stands for; links to paths are refused.
    func child(_ part: String, _ target: HDF5Link.Target) throws(WeightsError) -> HDF5Object {
        let full = name == "/" ? "/" + part : name + "/" + part
        switch target {
        case .object(let address): return try file.object(at: address, name: full)
        case .path(let path):
            throw .malformed(
                path: file.region.file.path, place: "\(file.region.label)\(TensorName.shown(full))",
                expected: "a group or data set",
                found: "a link to \(TensorName.shown(path)), which is not followed")
        }
    }

    // MARK: Symbol tables

    private func tableLinks(_ offset: Int) throws(WeightsError) -> [HDF5Link] {
        guard let tree = try file.address(at: offset, name), let heap = try file.address(at: offset + 8, name)
        else {
            throw fault(offset, expected: "a group's tree and heap", found: "none")
        }
        try file.expect("HEAP", at: heap, "local heap")
        let size = try file.region.natural(8, at: heap + 8, "local heap")
        guard let start = try file.address(at: heap + 24, "local heap"), file.region.has(start, size) else {
            throw file.region.malformed(
                "local heap", at: heap, expected: "names inside the file", found: "\(size) bytes")
        }
        var links: [HDF5Link] = []
        var visited = 0
        try HDF5Tree.leaves(file, root: tree, kind: 0, keySize: 8, mostNodes: Self.mostNodes) {
            _, leaf throws(WeightsError) in
            visited += 1
            links += try self.symbols(leaf, names: start..<start + size)
            guard links.count <= Self.mostNames else {
                throw self.fault(leaf, expected: "at most \(Self.mostNames) names", found: "more")
            }
        }
        return links
    }

    private func symbols(_ address: Int, names: Range<Int>) throws(WeightsError) -> [HDF5Link] {
        let region = file.region
        try file.expect("SNOD", at: address, "symbol node")
        var links: [HDF5Link] = []
        for index in 0..<Int(try region.number(UInt16.self, at: address + 6, "symbol node")) {
            let entry = address + 8 + 40 * index
            let text = try string(try region.natural(8, at: entry, "symbol node"), in: names)
            if try region.number(UInt32.self, at: entry + 16, "symbol node") == 2 {
                let path = Int(try region.number(UInt32.self, at: entry + 24, "symbol node"))
                links.append(HDF5Link(name: text, target: .path(try string(path, in: names))))
            } else {
                guard let header = try file.address(at: entry + 8, "symbol node") else {
                    throw fault(entry, expected: "an object's address", found: "none")
                }
                links.append(HDF5Link(name: text, target: .object(header)))
            }
        }
        return links
    }

    /// The text at `offset` of a heap, up to its null.
    private func string(_ offset: Int, in heap: Range<Int>) throws(WeightsError) -> String {
        guard offset < heap.count else {
            throw fault(heap.lowerBound, expected: "a name in the heap", found: "offset \(offset)")
        }
        let bytes = file.region.bytes[heap.lowerBound + offset..<heap.upperBound].prefix(4097)
        guard let end = bytes.firstIndex(of: 0) else {
            throw fault(
                heap.lowerBound + offset, expected: "a name of at most 4096 bytes", found: "a longer one")
        }
        return String(decoding: bytes[..<end], as: UTF8.self)
    }

    // MARK: Link messages

    private func link(_ data: Range<Int>) throws(WeightsError) -> HDF5Link {
        let region = file.region
        let flags = Int(try region.number(UInt8.self, at: data.lowerBound + 1, name))
        var position = data.lowerBound + 2
        var kind: UInt8 = 0
        if flags & 8 != 0 {
            kind = try region.number(UInt8.self, at: position, name)
            position += 1
        }
        position += (flags & 4 != 0 ? 8 : 0) + (flags & 0x10 != 0 ? 1 : 0)
        let width = 1 << (flags & 3)
        let length = try region.natural(width, at: position, name)
        position += width
        let text = String(decoding: try region.bytes(position, length, name), as: UTF8.self)
        position += length
        guard position <= data.upperBound else {
            throw fault(data.lowerBound, expected: "a link inside its message", found: "a longer one")
        }
        guard kind == 0 else { return HDF5Link(name: text, target: .path("another place")) }
        guard let address = try file.address(at: position, name) else {
            throw fault(position, expected: "an object's address", found: "none")
        }
        return HDF5Link(name: text, target: .object(address))
    }
}
