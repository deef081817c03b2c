/// All containers and objects of a pickle, by number.
struct PickleArena: Sendable {
    /// How deep containers may stand in each other.
    private static let deepest = 1000

    private var nodes: [PickleNode] = []
    private var depths: [Int32] = []

    /// The number of nodes.
    var count: Int { nodes.count }

    subscript(index: Int) -> PickleNode { nodes[index] }

    /// Adds a node whose contents are `values`.
    ///
    /// - Returns: the node; nil when it is too deep.
    mutating func add(_ node: PickleNode, holding values: [PickleValue] = []) -> PickleValue? {
        nodes.append(node)
        depths.append(0)
        return note(values, in: nodes.count - 1) ? .node(nodes.count - 1) : nil
    }

    /// Replaces a node; `values` are what was put into it.
    ///
    /// - Returns: whether it is not too deep.
    mutating func update(
        _ index: Int, holding values: some Sequence<PickleValue>, _ change: (inout PickleNode) -> Void
    ) -> Bool {
        change(&nodes[index])
        return note(values, in: index)
    }

    private mutating func note(_ values: some Sequence<PickleValue>, in index: Int) -> Bool {
        for case .node(let child) in values { depths[index] = max(depths[index], depths[child] + 1) }
        return depths[index] <= Self.deepest
    }

    /// The node that `value` stands for, or nil.
    func node(_ value: PickleValue?) -> PickleNode? {
        guard case .node(let index)? = value else { return nil }
        return nodes[index]
    }

    /// The object that `value` stands for, or nil.
    func object(_ value: PickleValue?) -> PickleObject? {
        guard case .object(let object)? = node(value) else { return nil }
        return object
    }

    /// The entries of a dictionary, or of an object that is one too; nil of other values.
    func entries(_ value: PickleValue?) -> [(key: PickleValue, value: PickleValue)]? {
        switch node(value) {
        case .dictionary(let entries): entries
        case .object(let object) where !object.items.isEmpty: object.items
        default: nil
        }
    }

    /// The elements of a tuple or list; nil of other values.
    func elements(_ value: PickleValue?) -> [PickleValue]? {
        switch node(value) {
        case .tuple(let values), .list(let values): values
        default: nil
        }
    }

    /// The last value at `key` of a dictionary.
    func value(_ key: String, of value: PickleValue?) -> PickleValue? {
        entries(value)?.last { $0.key == .string(key) }?.value
    }
}
