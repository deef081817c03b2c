/// Interprets a pickle without doing anything: names stay names, and calls become records of what was to be called.
///
/// Protocols 2 to 5, as torch writes them. Opcodes, the stack, the memo and nesting are limited, so that memory is
/// bounded by the size of the file.
struct PickleMachine {
    /// Most opcodes of a pickle. A checkpoint of 1,000 tensors with its optimizer has 100,000.
    private static let mostOpcodes = 1_000_000
    /// Most values on the stack.
    private static let highest = 65_536
    /// Longest integer, in bytes.
    private static let longestInteger = 256
    private static let longestName = 512

    private(set) var arena = PickleArena()
    private var reader: PickleReader
    private var stack: [PickleValue] = []
    private var marks: [Int] = []
    private var memo: [Int: PickleValue] = [:]

    private init(_ region: ByteRegion, at position: Int) {
        reader = PickleReader(region, at: position)
    }

    /// Reads the pickle that begins at byte `position` of `region`.
    static func read(_ region: ByteRegion, at position: Int = 0) throws(WeightsError) -> Pickle {
        var machine = PickleMachine(region, at: position)
        let value = try machine.run()
        return Pickle(value: value, arena: machine.arena, end: machine.reader.position)
    }

    private mutating func run() throws(WeightsError) -> PickleValue {
        for _ in 0..<Self.mostOpcodes {
            let code = try reader.byte()
            if code == UInt8(ascii: ".") { return try pop() }
            guard let opcode = PickleOpcode(rawValue: code) else {
                throw reader.failure(
                    expected: "an opcode of a checkpoint's pickle", found: "byte \(code), which is none")
            }
            try perform(opcode)
            guard stack.count <= Self.highest else {
                throw reader.failure(expected: "at most \(Self.highest) values on the stack", found: "more")
            }
        }
        throw reader.failure(expected: "at most \(Self.mostOpcodes) opcodes", found: "more")
    }

    private mutating func perform(_ opcode: PickleOpcode) throws(WeightsError) {
        switch opcode.kind {
        case .value: stack.append(try literal(opcode))
        case .container: try container(opcode)
        case .stack: try arrange(opcode)
        case .object: try object(opcode)
        }
    }

    // MARK: Values

    private mutating func literal(_ opcode: PickleOpcode) throws(WeightsError) -> PickleValue {
        switch opcode {
        case .none: return .none
        case .newTrue: return .bool(true)
        case .newFalse: return .bool(false)
        case .binInt: return .int(Int(try reader.number(Int32.self)))
        case .binInt1: return .int(Int(try reader.byte()))
        case .binInt2: return .int(Int(try reader.number(UInt16.self)))
        case .long1: return try integer(length: try reader.length(1))
        case .long4: return try integer(length: try reader.length(4))
        case .binFloat:
            return .float(Double(bitPattern: try reader.number(UInt64.self).byteSwapped))
        case .shortBinString, .shortBinUnicode: return .string(try reader.text(try reader.length(1)))
        case .binString, .binUnicode: return .string(try reader.text(try reader.length(4)))
        case .binUnicode8: return .string(try reader.text(try reader.length(8)))
        case .shortBinBytes: return .bytes(try reader.bytes(try reader.length(1)))
        case .binBytes: return .bytes(try reader.bytes(try reader.length(4)))
        default: return .bytes(try reader.bytes(try reader.length(8)))
        }
    }

    private mutating func integer(length: Int) throws(WeightsError) -> PickleValue {
        guard length <= Self.longestInteger else {
            throw reader.failure(
                expected: "an integer of at most \(Self.longestInteger) bytes", found: "\(length)")
        }
        let bytes = try reader.bytes(length)
        guard length <= 8 else { return .bigInteger(bytes) }
        let isNegative = (bytes.last ?? 0) & 0x80 != 0
        var value: UInt64 = isNegative ? .max : 0
        for byte in bytes.reversed() { value = value << 8 | UInt64(byte) }
        return .int(Int(Int64(bitPattern: value)))
    }

    // MARK: Containers

    private mutating func container(_ opcode: PickleOpcode) throws(WeightsError) {
        switch opcode {
        case .emptyList: try add(.list([]))
        case .emptyTuple: try add(.tuple([]))
        case .emptyDictionary: try add(.dictionary([]))
        case .emptySet: try add(.set([]))
        case .tuple: try tuple(try popToMark())
        case .tuple1: try tuple(try pop(1))
        case .tuple2: try tuple(try pop(2))
        case .tuple3: try tuple(try pop(3))
        case .frozenSet:
            let values = try popToMark()
            try add(.set(values), holding: values)
        case .append: try append(try pop(1))
        case .appends, .addItems: try append(try popToMark())
        case .setItem: try setItems(try pop(2))
        default: try setItems(try popToMark())
        }
    }

    private mutating func tuple(_ values: [PickleValue]) throws(WeightsError) {
        try add(.tuple(values), holding: values)
    }

    private mutating func add(_ node: PickleNode, holding values: [PickleValue] = []) throws(WeightsError) {
        guard let value = arena.add(node, holding: values) else { throw tooDeep }
        stack.append(value)
    }

    private var tooDeep: WeightsError {
        reader.failure(expected: "containers at most 1000 deep", found: "deeper ones")
    }

    private mutating func append(_ values: [PickleValue]) throws(WeightsError) {
        let index = try topNode()
        switch arena[index] {
        case .list, .set, .object: break
        default: throw reader.failure(expected: "a list to append to", found: "another value")
        }
        let isSound = arena.update(index, holding: values) { node in
            // Taken apart first, so that the array is grown in place.
            switch node {
            case .list(var list):
                node = .tuple([])
                list += values
                node = .list(list)
            case .set(var set):
                node = .tuple([])
                set += values
                node = .set(set)
            default: break
            }
        }
        guard isSound else { throw tooDeep }
    }

    private mutating func setItems(_ values: [PickleValue]) throws(WeightsError) {
        guard values.count % 2 == 0 else {
            throw reader.failure(expected: "keys and values in pairs", found: "\(values.count) values")
        }
        let pairs = stride(from: 0, to: values.count, by: 2).map { (key: values[$0], value: values[$0 + 1]) }
        let index = try topNode()
        switch arena[index] {
        case .dictionary, .object: break
        default: throw reader.failure(expected: "a dictionary to fill", found: "another value")
        }
        let isSound = arena.update(index, holding: values) { node in
            switch node {
            case .dictionary(var entries):
                node = .tuple([])
                entries += pairs
                node = .dictionary(entries)
            case .object(var object):
                node = .tuple([])
                object.items += pairs
                node = .object(object)
            default: break
            }
        }
        guard isSound else { throw tooDeep }
    }

    private func topNode() throws(WeightsError) -> Int {
        guard case .node(let index)? = stack.last, stack.count > marks.last ?? 0 else {
            throw reader.failure(expected: "a container on the stack", found: "none")
        }
        return index
    }
}

extension PickleMachine {
    // MARK: The stack

    private mutating func arrange(_ opcode: PickleOpcode) throws(WeightsError) {
        switch opcode {
        case .proto:
            let version = try reader.byte()
            guard version <= 5 else {
                throw reader.failure(expected: "a pickle protocol up to 5", found: "\(version)")
            }
        case .frame: _ = try reader.number(UInt64.self)
        case .mark: marks.append(stack.count)
        case .pop: _ = try pop()
        case .popMark: _ = try popToMark()
        case .duplicate:
            let value = try pop()
            stack += [value, value]
        case .binPut: try remember(Int(try reader.byte()))
        case .longBinPut: try remember(Int(try reader.number(UInt32.self)))
        case .memoize: try remember(memo.count)
        case .binGet: try recall(Int(try reader.byte()))
        default: try recall(Int(try reader.number(UInt32.self)))
        }
    }

    private mutating func remember(_ key: Int) throws(WeightsError) {
        guard let value = stack.last else { throw emptyStack }
        memo[key] = value
    }

    private mutating func recall(_ key: Int) throws(WeightsError) {
        guard let value = memo[key] else {
            throw reader.failure(expected: "a value that was remembered", found: "none under number \(key)")
        }
        stack.append(value)
    }

    private var emptyStack: WeightsError {
        reader.failure(expected: "a value on the stack", found: "an empty stack")
    }

    private mutating func pop() throws(WeightsError) -> PickleValue {
        guard stack.count > marks.last ?? 0, let value = stack.popLast() else { throw emptyStack }
        return value
    }

    private mutating func pop(_ count: Int) throws(WeightsError) -> [PickleValue] {
        guard stack.count - (marks.last ?? 0) >= count else { throw emptyStack }
        defer { stack.removeLast(count) }
        return Array(stack.suffix(count))
    }

    private mutating func popToMark() throws(WeightsError) -> [PickleValue] {
        guard let mark = marks.popLast(), mark <= stack.count else {
            throw reader.failure(expected: "a mark on the stack", found: "none")
        }
        defer { stack.removeSubrange(mark...) }
        return Array(stack[mark...])
    }

    // MARK: Objects

    private mutating func object(_ opcode: PickleOpcode) throws(WeightsError) {
        switch opcode {
        case .global:
            let module = try reader.line(limit: Self.longestName)
            try mention(module, try reader.line(limit: Self.longestName))
        case .stackGlobal:
            let parts = try pop(2)
            guard let module = parts[0].text, let name = parts[1].text,
                max(module.utf8.count, name.utf8.count) <= Self.longestName
            else { throw reader.failure(expected: "two names", found: parts[0].title) }
            try mention(module, name)
        case .reduce: try call(try pop(2), isCall: true)
        case .newObject: try call(try pop(2), isCall: false)
        case .newObjectKeywords:
            let parts = try pop(3)
            try call([parts[0], parts[1]], isCall: false)
        case .build: try build()
        case .binPersistent:
            let value = try pop()
            try add(.persistent(value), holding: [value])
        default:
            throw reader.refusal("opcode \(opcode), which makes a call")
        }
    }

    private mutating func mention(_ module: String, _ name: String) throws(WeightsError) {
        guard PicklePolicy.mayMention(module, name) else {
            throw reader.refusal("the name \(TensorName.shown("\(module).\(name)"))")
        }
        stack.append(.name(module: module, name: name))
    }

    /// Records a call of a function, or an object of a class made without a call of its initialiser.
    private mutating func call(_ parts: [PickleValue], isCall: Bool) throws(WeightsError) {
        guard case .name(let module, let name) = classOrFunction(parts[0]) else {
            throw reader.failure(expected: "the name of a class or function", found: parts[0].title)
        }
        guard case .tuple(let arguments)? = arena.node(parts[1]) else {
            throw reader.failure(expected: "a tuple of arguments", found: parts[1].title)
        }
        guard !isCall || PicklePolicy.mayCall(module, name) else {
            throw reader.refusal("a call of \(TensorName.shown("\(module).\(name)"))")
        }
        if module == "collections", name == "OrderedDict" {
            return try add(.dictionary(try pairs(arguments)), holding: arguments)
        }
        try add(
            .object(PickleObject(module: module, name: name, arguments: parts[1])), holding: [parts[1]])
    }

    /// The class of `('module', class, file, source)`, as files before 1.6 mention a module's; else the value itself.
    private func classOrFunction(_ value: PickleValue) -> PickleValue {
        guard case .persistent(let id)? = arena.node(value), let parts = arena.elements(id),
            parts.first == .string("module"), parts.count > 1
        else { return value }
        return parts[1]
    }

    /// The entries that an ordered dictionary is made of: a list of pairs, as Python 2 wrote it, or nothing.
    private func pairs(
        _ arguments: [PickleValue]
    ) throws(WeightsError) -> [(key: PickleValue, value: PickleValue)] {
        guard let first = arguments.first else { return [] }
        guard arguments.count == 1, let items = arena.elements(first) else {
            throw reader.failure(expected: "a list of pairs", found: first.title)
        }
        var result: [(key: PickleValue, value: PickleValue)] = []
        for item in items {
            guard let pair = arena.elements(item), pair.count == 2 else {
                throw reader.failure(expected: "a pair of key and value", found: item.title)
            }
            result.append((pair[0], pair[1]))
        }
        return result
    }

    private mutating func build() throws(WeightsError) {
        let state = try pop()
        let index = try topNode()
        switch arena[index] {
        case .object, .dictionary: break
        default: throw reader.failure(expected: "an object that takes a state", found: "another value")
        }
        let isSound = arena.update(index, holding: [state]) { node in
            // An ordered dictionary's state is torch's `_metadata`, which says nothing of weights.
            guard case .object(var object) = node else { return }
            object.state = state
            node = .object(object)
        }
        guard isSound else { throw tooDeep }
    }
}
