/// HDF5's B-trees of version 1: of groups and of chunked data sets.
enum HDF5Tree {
    private static let deepest = 16

    /// Calls `body` with the key's place and the address of each leaf, in the tree's order.
    ///
    /// - Parameters:
    ///   - kind: 0 of groups, 1 of chunks.
    ///   - keySize: bytes of a key.
    ///   - mostNodes: how many nodes are visited before the tree is refused.
    static func leaves(
        _ file: HDF5File, root: Int, kind: UInt8, keySize: Int, mostNodes: Int,
        _ body: (_ key: Int, _ leaf: Int) throws(WeightsError) -> Void
    ) throws(WeightsError) {
        var nodes = 0
        // Nodes to visit, the next one last.
        var pending: [(address: Int, level: Int?)] = [(root, nil)]
        while let (address, expected) = pending.popLast() {
            nodes += 1
            let level = try level(file, at: address, kind: kind)
            guard nodes <= mostNodes, level <= deepest, expected == nil || level == expected else {
                throw file.region.malformed(
                    "tree", at: address, expected: "a tree of at most \(mostNodes) nodes that ends",
                    found: "level \(level) after \(nodes) nodes")
            }
            var children: [(address: Int, level: Int?)] = []
            for index in 0..<Int(try file.region.number(UInt16.self, at: address + 6, "tree")) {
                let key = address + 24 + index * (keySize + 8)
                guard let child = try file.address(at: key + keySize, "tree") else {
                    throw file.region.malformed("tree", at: key, expected: "an address", found: "none")
                }
                if level == 0 { try body(key, child) } else { children.append((child, level - 1)) }
            }
            pending += children.reversed()
        }
    }

    private static func level(_ file: HDF5File, at address: Int, kind: UInt8) throws(WeightsError) -> Int {
        try file.expect("TREE", at: address, "tree")
        guard try file.region.number(UInt8.self, at: address + 4, "tree") == kind else {
            throw file.region.malformed("tree", at: address, expected: "kind \(kind)", found: "another")
        }
        return Int(try file.region.number(UInt8.self, at: address + 5, "tree"))
    }
}
