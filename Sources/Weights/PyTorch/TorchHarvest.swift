/// Collects the tensors of a pickle under dotted names: of dictionaries in dictionaries, and of whole modules as
/// their `state_dict` would name them.
struct TorchHarvest {
    /// Most values looked at; shared ones count each time.
    private static let mostVisits = 100_000
    private static let deepest = 100

    /// The tensors by name.
    private(set) var tensors: [String: TorchTensor] = [:]
    /// Tensors of types that are not read, by name.
    private(set) var unread: [String] = []
    private let arena: PickleArena
    private let path: String
    private var visits = 0

    /// Collects all tensors of `pickle`; `path` is the file's, for errors.
    init(_ pickle: Pickle, path: String) throws(WeightsError) {
        arena = pickle.arena
        self.path = path
        let isModule = Self.moduleState(pickle.value, in: arena) != nil
        guard isModule || arena.entries(pickle.value) != nil || isEmptyDictionary(pickle.value) else {
            throw .unsuitable(
                path: path, expected: "a state dictionary, or a module", found: kind(of: pickle.value))
        }
        try walk(pickle.value, prefix: "", depth: 0)
        guard !tensors.isEmpty else {
            let found = unread.isEmpty ? "none" : "only tensors of complex or quantised numbers"
            throw .unsuitable(path: path, expected: "tensors", found: found)
        }
    }

    private mutating func walk(_ value: PickleValue, prefix: String, depth: Int) throws(WeightsError) {
        guard case .node = value, depth < Self.deepest else { return }
        visits += 1
        guard visits <= Self.mostVisits else {
            throw .malformed(
                path: path, place: "pickle", expected: "at most \(Self.mostVisits) entries", found: "more")
        }
        if let module = Self.moduleState(value, in: arena) {
            return try walk(module: module, prefix: prefix, depth: depth)
        }
        for (key, item) in arena.entries(value) ?? [] {
            guard let text = key.text ?? key.integer.map(String.init) else { continue }
            try take(item, name: prefix + text, key: text, depth: depth)
        }
    }

    /// Takes a tensor under `name`, or walks on into what else it is.
    private mutating func take(
        _ value: PickleValue, name: String, key: String, depth: Int
    ) throws(WeightsError) {
        let tensor: TorchTensor?
        do { tensor = try TorchTensor.of(value, in: arena) } catch {
            throw .malformed(
                path: path, place: "tensor \(TensorName.shown(name))", expected: error.expected,
                found: error.found)
        }
        guard let tensor else { return try walk(value, prefix: name + ".", depth: depth + 1) }
        guard TensorName.isAllowed(key) else {
            throw .malformed(
                path: path, place: "state dictionary", expected: "a tensor name of \(TensorName.rule)",
                found: TensorName.shown(key))
        }
        // What stands under an odd key, as callbacks of training code do, is no weight.
        guard TensorName.isAllowed(name) else { return }
        if tensor.type == nil {
            unread.append(name)
        } else {
            tensors[name] = tensor
        }
    }

    /// Takes a module's parameters and buffers, then its modules'.
    private mutating func walk(
        module state: PickleValue, prefix: String, depth: Int
    ) throws(WeightsError) {
        let hidden = Set(names(of: arena.value("_non_persistent_buffers_set", of: state)))
        for part in ["_parameters", "_buffers", "_modules"] {
            for (key, item) in arena.entries(arena.value(part, of: state)) ?? [] {
                guard let text = key.text, part != "_buffers" || !hidden.contains(text) else { continue }
                try take(item, name: prefix + text, key: text, depth: depth)
            }
        }
    }

    /// The strings of a set, which stands as a set or as a call of `set` on a list.
    private func names(of value: PickleValue?) -> [String] {
        if case .set(let values)? = arena.node(value) { return values.compactMap(\.text) }
        let list = arena.object(value).flatMap { arena.elements($0.arguments)?.first }
        return (arena.elements(list) ?? []).compactMap(\.text)
    }

    /// The attributes of a pickled `torch.nn.Module`; nil when `value` is none.
    private static func moduleState(_ value: PickleValue, in arena: PickleArena) -> PickleValue? {
        guard let object = arena.object(value), var state = object.state else { return nil }
        // An object with slots has the pair of its dictionary and them.
        if let parts = arena.elements(state), let first = parts.first { state = first }
        return arena.value("_parameters", of: state) == nil ? nil : state
    }

    private func isEmptyDictionary(_ value: PickleValue) -> Bool {
        if case .dictionary? = arena.node(value) { return true }
        return false
    }

    private func kind(of value: PickleValue) -> String {
        switch arena.node(value) {
        case .list: return "a list"
        case .tuple: return "a tuple"
        case .object(let object):
            let isTensor = object.module == "torch._utils"
            return isTensor
                ? "one tensor" : "an object of \(TensorName.shown("\(object.module).\(object.name)"))"
        default: return value.title
        }
    }
}
