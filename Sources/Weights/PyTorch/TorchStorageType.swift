/// The classes of torch's storages.
enum TorchStorageType: Equatable {
    /// Elements of a type that is read.
    case elements(ElementType)
    /// Bytes whose type the tensor names.
    case untyped
    /// Elements of a type that is known but not read: complex and quantised numbers.
    case unread

    private static let types: [String: ElementType] = [
        "FloatStorage": .float32, "DoubleStorage": .float64, "HalfStorage": .float16,
        "BFloat16Storage": .bfloat16, "LongStorage": .int64, "IntStorage": .int32, "ShortStorage": .int16,
        "CharStorage": .int8, "ByteStorage": .uint8, "BoolStorage": .bool,
    ]

    private static let unreadNames: Set<String> = [
        "ComplexFloatStorage", "ComplexDoubleStorage", "QInt8Storage", "QInt32Storage", "QUInt8Storage",
        "QUInt4x2Storage", "QUInt2x4Storage", "Float8_e4m3fnStorage", "Float8_e5m2Storage",
    ]

    private static let dtypes: [String: ElementType] = [
        "float32": .float32, "float": .float32, "float64": .float64, "double": .float64, "float16": .float16,
        "half": .float16, "bfloat16": .bfloat16, "int64": .int64, "long": .int64, "int32": .int32,
        "int": .int32,
        "int16": .int16, "short": .int16, "int8": .int8, "uint8": .uint8, "bool": .bool, "uint16": .uint16,
        "uint32": .uint32, "uint64": .uint64,
    ]

    /// The storage class of that name, or nil when torch has none.
    init?(_ value: PickleValue) {
        guard case .name(let module, let name) = value,
            ["torch", "torch.cuda", "torch.storage"].contains(module)
        else { return nil }
        if let type = Self.types[name] {
            self = .elements(type)
        } else if name == "UntypedStorage" {
            self = .untyped
        } else if Self.unreadNames.contains(name) {
            self = .unread
        } else {
            return nil
        }
    }

    /// The element type that a `dtype` names, or nil when it is not read.
    static func dtype(_ value: PickleValue) -> ElementType? {
        guard case .name("torch", let name) = value else { return nil }
        return dtypes[name]
    }
}
