/// A value of a pickle; containers and objects are nodes of an arena, so that values are small and never nest.
enum PickleValue: Sendable, Equatable {
    case none
    case bool(Bool)
    case int(Int)
    /// An integer that does not fit 64 bits, as little-endian two's complement.
    case bigInteger([UInt8])
    case float(Double)
    case string(String)
    case bytes([UInt8])
    /// The name of something in a Python module; nothing is imported.
    case name(module: String, name: String)
    /// A container or object: its number in the arena.
    case node(Int)

    /// The number of an integer, or nil.
    var integer: Int? {
        if case .int(let value) = self { return value }
        return nil
    }

    /// The text of a string, or nil.
    var text: String? {
        if case .string(let value) = self { return value }
        return nil
    }

    /// What a message calls the value.
    var title: String {
        switch self {
        case .none: "None"
        case .bool: "a bool"
        case .int, .bigInteger: "an integer"
        case .float: "a float"
        case .string: "a string"
        case .bytes: "bytes"
        case .name(let module, let name): TensorName.shown("\(module).\(name)")
        case .node: "an object"
        }
    }
}
