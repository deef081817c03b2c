/// Numbers in the element type that an input of an ONNX model wants.
struct ONNXElements {
    /// ONNX's numbers of the types that are made here.
    enum ElementType: Int32 {
        case float = 1
        case levels = 2
        case int64 = 7
        case double = 11

        /// Bytes of one number.
        var width: Int {
            switch self {
            case .levels: 1
            case .float: 4
            case .int64, .double: 8
            }
        }
    }

    /// The numbers' bytes, row-major, in the machine's order.
    let bytes: [UInt8]

    /// `values` as numbers of `type`; levels are rounded and cut to 0...255.
    init(_ values: [Float], _ type: ElementType) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.count * type.width)
        for value in values {
            switch type {
            case .float: withUnsafeBytes(of: value) { bytes.append(contentsOf: $0) }
            case .double: withUnsafeBytes(of: Double(value)) { bytes.append(contentsOf: $0) }
            case .int64:
                withUnsafeBytes(of: Int64(exactly: value.rounded()) ?? 0) { bytes.append(contentsOf: $0) }
            case .levels: bytes.append(UInt8(min(max(value.rounded(), 0), 255)))
            }
        }
        self.bytes = bytes
    }
}
