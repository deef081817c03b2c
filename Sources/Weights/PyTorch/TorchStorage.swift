/// A storage that a pickle mentions: what tensors are views of.
struct TorchStorage {
    let type: TorchStorageType
    let key: String
    /// Elements; bytes of an untyped storage.
    let count: Int
    /// Elements of the storage before the part that tensors count from: only files before 1.6 have such parts.
    let start: Int

    /// Reads the persistent id `('storage', class, key, location, count[, part])`.
    init(_ value: PickleValue, in arena: PickleArena) throws(TorchFault) {
        guard case .persistent(let id)? = arena.node(value) else {
            throw TorchFault(expected: "a storage", found: value.title)
        }
        guard let parts = arena.elements(id), parts.count == 5 || parts.count == 6,
            parts[0] == .string("storage")
        else { throw TorchFault(expected: "a storage's class, key, location and count", found: id.title) }
        guard let type = TorchStorageType(parts[1]) else {
            throw TorchFault(expected: "a storage class of torch", found: parts[1].title)
        }
        guard let key = parts[2].text ?? parts[2].integer.map(String.init), Self.isKey(key) else {
            throw TorchFault(
                expected: "a storage key of letters and digits", found: TensorName.shown(parts[2].text ?? ""))
        }
        guard let count = parts[4].integer, count >= 0 else {
            throw TorchFault(expected: "a storage's count", found: parts[4].title)
        }
        self.type = type
        self.key = key
        self.count = count
        start = parts.count == 6 ? try Self.start(parts[5], in: arena) : 0
    }

    /// The offset of a part `(key, offset, count)` of another storage.
    private static func start(_ part: PickleValue, in arena: PickleArena) throws(TorchFault) -> Int {
        if part == .none { return 0 }
        guard let parts = arena.elements(part), parts.count == 3, let offset = parts[1].integer, offset >= 0
        else {
            throw TorchFault(expected: "a part of a storage", found: part.title)
        }
        return offset
    }

    private static func isKey(_ key: String) -> Bool {
        !key.isEmpty && key.utf8.count <= 64
            && key.utf8.allSatisfy { byte in
                let scalar = Unicode.Scalar(byte)
                return scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                    || "_-:".utf8.contains(byte)
            }
    }
}
