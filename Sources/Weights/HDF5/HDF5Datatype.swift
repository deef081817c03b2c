/// The type of a data set's or an attribute's elements.
enum HDF5Datatype: Equatable {
    /// Numbers.
    case number(ElementType, isBigEndian: Bool)
    /// Strings of this many bytes, filled up with nulls or spaces.
    case string(size: Int)
    /// Strings in the global heap.
    case heapString
    /// Anything else, by its class and size.
    case other(String, size: Int)

    private static let classes = [
        "integers", "floats", "times", "strings", "bit fields", "opaque bytes", "compounds", "references",
        "enumerations", "lists", "arrays",
    ]

    /// Bytes of an element.
    var size: Int {
        switch self {
        case .number(let type, _): type.size
        case .string(let size), .other(_, let size): size
        case .heapString: 16
        }
    }

    /// What a message calls the elements.
    var title: String {
        switch self {
        case .number(let type, _): type.rawValue
        case .string, .heapString: "strings"
        case .other(let title, _): title
        }
    }

    /// Reads the type that stands at `offset`.
    init(_ file: HDF5File, at offset: Int) throws(WeightsError) {
        let region = file.region
        let first = try region.number(UInt8.self, at: offset, "data type")
        let flags = try region.number(UInt8.self, at: offset + 1, "data type")
        let size = Int(try region.number(UInt32.self, at: offset + 4, "data type"))
        let kind = Int(first & 15)
        let title = kind < Self.classes.count ? Self.classes[kind] : "elements of class \(kind)"
        self = .other("\(title) of \(size) bytes", size: size)
        switch kind {
        case 0:
            if let type = Self.integer(size, isSigned: flags & 8 != 0) {
                self = .number(type, isBigEndian: flags & 1 != 0)
            }
        case 1:
            let exponent = try region.number(UInt8.self, at: offset + 13, "data type")
            if flags & 0x40 == 0, let type = Self.float(size, exponent: exponent) {
                self = .number(type, isBigEndian: flags & 1 != 0)
            }
        case 3: self = .string(size: size)
        case 8:
            // h5py keeps truth values as an enumeration of one byte.
            if size == 1 { self = .number(.bool, isBigEndian: false) }
        case 9:
            if flags & 15 == 1, size == 16 { self = .heapString }
        default: break
        }
    }

    private static func integer(_ size: Int, isSigned: Bool) -> ElementType? {
        switch size {
        case 1: isSigned ? .int8 : .uint8
        case 2: isSigned ? .int16 : .uint16
        case 4: isSigned ? .int32 : .uint32
        case 8: isSigned ? .int64 : .uint64
        default: nil
        }
    }

    /// IEEE 754's formats, and bfloat16, by their size and the bits of their exponent.
    private static func float(_ size: Int, exponent: UInt8) -> ElementType? {
        switch (size, exponent) {
        case (2, 5): .float16
        case (2, 8): .bfloat16
        case (4, 8): .float32
        case (8, 11): .float64
        default: nil
        }
    }
}
