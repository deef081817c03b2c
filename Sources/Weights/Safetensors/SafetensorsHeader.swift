/// The header of a safetensors file: which tensors stand where, checked so that reading them cannot go astray.
///
/// Format: 8 bytes of little-endian length, then a JSON object from tensor name to `dtype`, `shape` and
/// `data_offsets`, then the data, which the tensors fill without overlap or hole.
struct SafetensorsHeader: Sendable {
    /// Longest header accepted. A network of 700 tensors needs 70 kB.
    static let longest = 16 << 20
    /// Most dimensions accepted.
    static let mostDimensions = 16

    private(set) var entries: [String: TensorEntry] = [:]
    private(set) var metadata: [String: String] = [:]

    /// Reads the header's JSON.
    ///
    /// - Parameters:
    ///   - bytes: the JSON without the length before it.
    ///   - dataLength: the number of bytes after it, which the tensors must fill exactly.
    init(_ bytes: [UInt8], dataLength: Int, path: String) throws(WeightsError) {
        guard bytes.first == UInt8(ascii: "{") else {
            throw .malformed(path: path, place: "header byte 0", expected: "`{`", found: "something else")
        }
        var scanner = HeaderScanner(bytes, path: path)
        try scanner.expect("{")
        if !scanner.take("}") {
            repeat { try readMember(&scanner) } while scanner.take(",")
            try scanner.expect("}")
        }
        try scanner.expectEnd()
        try checkOrder(dataLength: dataLength, path: path)
    }

    private mutating func readMember(_ scanner: inout HeaderScanner) throws(WeightsError) {
        let name = try scanner.string("a tensor name", limit: TensorName.longest)
        try scanner.expect(":")
        if name == "__metadata__" {
            guard metadata.isEmpty else {
                throw scanner.failure(expected: "one `__metadata__`", found: "two")
            }
            return try readMetadata(&scanner)
        }
        guard TensorName.isAllowed(name) else {
            throw scanner.failure(
                expected: "a tensor name of \(TensorName.rule)", found: TensorName.shown(name))
        }
        guard entries[name] == nil else {
            throw scanner.failure(expected: "every name once", found: "`\(name)` twice")
        }
        entries[name] = try readEntry(&scanner, name: name)
    }

    private mutating func readMetadata(_ scanner: inout HeaderScanner) throws(WeightsError) {
        try scanner.expect("{")
        guard !scanner.take("}") else { return }
        repeat {
            let key = try scanner.string("a metadata key", limit: 1 << 16)
            try scanner.expect(":")
            let value = try scanner.string("the metadata value", limit: 1 << 20)
            guard metadata.updateValue(value, forKey: key) == nil else {
                throw scanner.failure(expected: "every metadata key once", found: "`\(key.prefix(80))` twice")
            }
        } while scanner.take(",")
        try scanner.expect("}")
    }

    private func readEntry(_ scanner: inout HeaderScanner, name: String) throws(WeightsError) -> TensorEntry {
        var type: ElementType?
        var shape: [Int]?
        var offsets: [Int]?
        try scanner.expect("{")
        repeat {
            let field = try scanner.string("a field of `\(name)`", limit: 64)
            try scanner.expect(":")
            switch field {
            case "dtype" where type == nil: type = try readType(&scanner, name: name)
            case "shape" where shape == nil: shape = try readNumbers(&scanner, "a dimension of `\(name)`")
            case "data_offsets" where offsets == nil:
                offsets = try readNumbers(&scanner, "an offset of `\(name)`")
            default:
                throw scanner.failure(
                    expected: "`dtype`, `shape` and `data_offsets` once", found: "`\(field)`")
            }
        } while scanner.take(",")
        try scanner.expect("}")
        guard let type, let shape, let offsets else {
            let absent = type == nil ? "dtype" : shape == nil ? "shape" : "data_offsets"
            throw scanner.failure(expected: "`\(absent)` of `\(name)`", found: "none")
        }
        guard offsets.count == 2, offsets[0] <= offsets[1] else {
            throw scanner.failure(expected: "a begin and an end offset of `\(name)`", found: "\(offsets)")
        }
        let entry = TensorEntry(type: type, shape: shape, range: offsets[0]..<offsets[1])
        guard ElementCount.bytes(of: shape, type) == entry.range.count else {
            throw scanner.failure(
                expected: "\(entry.range.count) bytes for `\(name)`",
                found: "\(type.rawValue) of shape \(shape)")
        }
        return entry
    }

    private func readType(_ scanner: inout HeaderScanner, name: String) throws(WeightsError) -> ElementType {
        let text = try scanner.string("the dtype of `\(name)`", limit: 32)
        guard let type = ElementType(rawValue: text) else {
            let known = ElementType.allCases.map(\.rawValue).joined(separator: " ")
            throw scanner.failure(expected: "one of \(known) for `\(name)`", found: "`\(text)`")
        }
        return type
    }

    private func readNumbers(_ scanner: inout HeaderScanner, _ what: String) throws(WeightsError) -> [Int] {
        var numbers: [Int] = []
        try scanner.expect("[")
        guard !scanner.take("]") else { return [] }
        repeat {
            numbers.append(try scanner.natural(what))
            guard numbers.count <= Self.mostDimensions else {
                throw scanner.failure(expected: "at most \(Self.mostDimensions) numbers", found: "more")
            }
        } while scanner.take(",")
        try scanner.expect("]")
        return numbers
    }

    /// Checks that the tensors fill the data section without overlap, hole or excess.
    private func checkOrder(dataLength: Int, path: String) throws(WeightsError) {
        let ordered = entries.sorted {
            ($0.value.range.lowerBound, $0.value.range.upperBound) < (
                $1.value.range.lowerBound, $1.value.range.upperBound
            )
        }
        var end = 0
        for (name, entry) in ordered {
            guard entry.range.lowerBound == end else {
                let found = entry.range.lowerBound < end ? "an overlap" : "a hole"
                throw .malformed(
                    path: path, place: "tensor `\(name)`", expected: "data from byte \(end)",
                    found: "\(found): byte \(entry.range.lowerBound)")
            }
            end = entry.range.upperBound
        }
        guard end == dataLength else {
            throw .malformed(
                path: path, place: "end of file", expected: "\(end) bytes of tensor data",
                found: "\(dataLength)")
        }
    }
}
