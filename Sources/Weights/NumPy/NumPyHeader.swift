/// The header of a NumPy array: a Python dictionary of three entries, read without evaluating anything
/// (numpy.lib.format, versions 1 to 3).
struct NumPyHeader {
    static let magic: [UInt8] = [0x93] + Array("NUMPY".utf8)
    /// Longest header accepted, as NumPy's own reader.
    static let longest = 10_000

    let type: ElementType
    let layout: ElementLayout
    /// The bytes before the first element.
    let dataStart: Int

    /// - Parameters:
    ///   - start: the first bytes of the array's file, `longest` and a few more where there are so many.
    ///   - length: the bytes of the whole array's file, which its elements must fill.
    init(_ start: [UInt8], length: Int, place: String, path: String) throws(WeightsError) {
        func fault(_ expected: String, _ found: String) -> WeightsError {
            .malformed(path: path, place: place + "header", expected: expected, found: found)
        }
        guard start.count >= 12, start.starts(with: Self.magic), (1...3).contains(start[6]) else {
            throw fault("NumPy's magic and version 1 to 3", "other bytes")
        }
        let lengthSize = start[6] == 1 ? 2 : 4
        let textLength = start[8..<8 + lengthSize].reversed().reduce(0) { $0 << 8 | Int($1) }
        let end = 8 + lengthSize + textLength
        guard textLength <= Self.longest, end <= start.count else {
            throw fault("a header of at most \(min(Self.longest, start.count)) bytes", "\(textLength)")
        }
        guard let fields = NumPyLiteral.fields(Array(start[8 + lengthSize..<end])) else {
            throw fault("a dictionary of `descr`, `fortran_order` and `shape`", "other text")
        }
        guard let (type, isBigEndian) = Self.type(fields.descr) else {
            throw fault("an array of plain numbers", "type \(TensorName.shown(fields.descr))")
        }
        guard fields.shape.count <= 16, let bytes = ElementCount.bytes(of: fields.shape, type),
            bytes == length - end
        else { throw fault("\(length - end) bytes of elements", "\(type.rawValue) of shape \(fields.shape)") }
        self.type = type
        layout =
            fields.isFortran
            ? .columnMajor(size: type.size, shape: fields.shape, isBigEndian: isBigEndian)
            : ElementLayout(size: type.size, shape: fields.shape, isBigEndian: isBigEndian)
        dataStart = end
    }

    /// The element type of a `descr` such as `<f4`.
    private static func type(_ descr: String) -> (type: ElementType, isBigEndian: Bool)? {
        guard let order = descr.first, "<>|=".contains(order) else { return nil }
        let types: [String: ElementType] = [
            "f2": .float16, "f4": .float32, "f8": .float64, "i1": .int8, "i2": .int16, "i4": .int32,
            "i8": .int64,
            "u1": .uint8, "u2": .uint16, "u4": .uint32, "u8": .uint64, "b1": .bool,
        ]
        guard let type = types[String(descr.dropFirst())] else { return nil }
        return (type, order == ">" && type.size > 1)
    }
}
