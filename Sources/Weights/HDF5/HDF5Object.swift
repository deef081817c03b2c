/// An object of an HDF5 file, a group or a data set: the messages of its header.
struct HDF5Object: Sendable {
    /// Most messages of a header, and most blocks it may be continued in.
    private static let mostMessages = 65_536
    private static let mostBlocks = 1024

    let file: HDF5File
    let name: String
    private(set) var messages: [HDF5Message] = []
    /// Blocks that are still to be read.
    private var blocks: [Range<Int>] = []
    private var blockCount = 0
    private var seen = 0

    /// Reads the header at `address`, of either version.
    init(_ file: HDF5File, at address: Int, name: String) throws(WeightsError) {
        self.file = file
        self.name = name
        let isNew = try file.region.bytes(address, 4, "object header").elementsEqual("OHDR".utf8)
        let header = isNew ? try newHeader(at: address) : try oldHeader(at: address)
        blocks = [header.block]
        while let block = blocks.popLast() {
            blockCount += 1
            guard blockCount <= Self.mostBlocks else {
                throw fault(block.lowerBound, expected: "at most \(Self.mostBlocks) blocks", found: "more")
            }
            try read(block, prefix: header.prefix, isNew: isNew)
        }
    }

    /// The first message of a kind.
    func message(_ kind: HDF5Message.Kind) throws(WeightsError) -> HDF5Message? {
        guard let message = messages.first(where: { $0.kind == kind }) else { return nil }
        guard !message.isShared else { throw file.unread(name, "a shared message") }
        return message
    }

    /// All messages of a kind that are not shared.
    func messages(_ kind: HDF5Message.Kind) -> [HDF5Message] {
        messages.filter { $0.kind == kind && !$0.isShared }
    }

    /// Whether the object is a data set.
    var isDataset: Bool { messages.contains { $0.kind == .layout } }

    /// An error at a byte.
    func fault(_ offset: Int, expected: String, found: String) -> WeightsError {
        file.region.malformed(
            "object \(TensorName.shown(name))", at: offset, expected: expected, found: found)
    }

    private func oldHeader(at address: Int) throws(WeightsError) -> (block: Range<Int>, prefix: Int) {
        let region = file.region
        guard try region.number(UInt8.self, at: address, "object header") == 1 else {
            throw fault(address, expected: "an object header", found: "other bytes")
        }
        let length = Int(try region.number(UInt32.self, at: address + 8, "object header"))
        _ = try region.bytes(address + 16, length, "object header")
        return (address + 16..<address + 16 + length, 8)
    }

    private func newHeader(at address: Int) throws(WeightsError) -> (block: Range<Int>, prefix: Int) {
        let region = file.region
        let flags = Int(try region.number(UInt8.self, at: address + 5, "object header"))
        let size = address + 6 + (flags & 0x20 != 0 ? 16 : 0) + (flags & 0x10 != 0 ? 4 : 0)
        let width = 1 << (flags & 3)
        let length = try region.natural(width, at: size, "object header")
        _ = try region.bytes(size + width, length, "object header")
        return (size + width..<size + width + length, flags & 4 != 0 ? 6 : 4)
    }

    private mutating func read(_ block: Range<Int>, prefix: Int, isNew: Bool) throws(WeightsError) {
        let region = file.region
        var position = block.lowerBound
        while position + prefix <= block.upperBound {
            seen += 1
            guard seen <= Self.mostMessages else {
                throw fault(position, expected: "at most \(Self.mostMessages) messages", found: "more")
            }
            let kind =
                isNew
                ? UInt16(try region.number(UInt8.self, at: position, name))
                : try region.number(UInt16.self, at: position, name)
            let length = Int(try region.number(UInt16.self, at: position + (isNew ? 1 : 2), name))
            let flags = try region.number(UInt8.self, at: position + (isNew ? 3 : 4), name)
            let data = position + prefix..<position + prefix + length
            guard data.upperBound <= block.upperBound else {
                throw fault(position, expected: "a message inside its block", found: "\(length) bytes")
            }
            if let kind = HDF5Message.Kind(rawValue: kind) {
                try take(HDF5Message(kind: kind, data: data, isShared: flags & 2 != 0), isNew: isNew)
            }
            position = data.upperBound
        }
    }

    private mutating func take(_ message: HDF5Message, isNew: Bool) throws(WeightsError) {
        guard message.kind == .continuation else { return messages.append(message) }
        let region = file.region
        let start = try region.natural(8, at: message.data.lowerBound, name)
        let length = try region.natural(8, at: message.data.lowerBound + 8, name)
        guard region.has(start, length), !isNew || length >= 8 else {
            throw fault(
                message.data.lowerBound, expected: "a block inside the file",
                found: "\(length) bytes from byte \(start)")
        }
        guard isNew else { return blocks.append(start..<start + length) }
        try file.expect("OCHK", at: start, "object header")
        // A block of the new kind begins with its signature and ends with a checksum.
        blocks.append(start + 4..<start + length - 4)
    }
}
