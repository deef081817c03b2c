import Hashing
import Tensors

/// A safetensors file, mapped into memory: its header is checked when it is opened, its weights are read on demand.
package struct WeightFile: WeightSource {
    package let path: String
    /// The free text pairs of the header.
    package var metadata: [String: String] { header.metadata }

    private let file: MappedFile
    private let header: SafetensorsHeader
    private let dataStart: Int

    /// Opens and checks the file at `path`; reads the header only.
    package static func open(_ path: String) throws(WeightsError) -> WeightFile {
        try WeightFile(MappedFile(path: path))
    }

    private init(_ file: MappedFile) throws(WeightsError) {
        let size = file.bytes.count
        if let other = ForeignFormat.name(of: file.bytes) {
            throw .unsuitable(path: file.path, expected: "a safetensors file", found: other)
        }
        guard size >= 8 else {
            throw .malformed(
                path: file.path, place: "start of file", expected: "8 bytes of header length",
                found: "\(size) bytes")
        }
        // Safety: 8 bytes are there; the load needs no alignment.
        let length = UInt64(littleEndian: file.bytes.loadUnaligned(as: UInt64.self))
        guard length >= 2, length <= UInt64(SafetensorsHeader.longest), length <= UInt64(size - 8) else {
            let most = min(SafetensorsHeader.longest, size - 8)
            throw .malformed(
                path: file.path, place: "header length", expected: "2 to \(most)", found: "\(length)")
        }
        dataStart = 8 + Int(length)
        let json = Array(file.bytes[8..<dataStart])
        header = try SafetensorsHeader(json, dataLength: size - dataStart, path: file.path)
        path = file.path
        self.file = file
    }

    package var names: [String] { header.entries.keys.sorted() }

    package func shape(of name: String) -> [Int]? { header.entries[name]?.shape }

    /// The element type of a tensor, or nil when there is none of that name.
    package func elementType(of name: String) -> ElementType? { header.entries[name]?.type }

    /// The raw little-endian bytes of a tensor.
    package func bytes(of name: String) throws(WeightsError) -> [UInt8] {
        guard let entry = header.entries[name] else { throw missing(name) }
        return Array(rawBytes(of: entry))
    }

    /// The digest of the whole file; reads all of it.
    package var sha256: SHA256 {
        var hasher = SHA256.Hasher()
        hasher.update(file.bytes)
        return hasher.finalize()
    }

    /// A tensor as float32: mapped without a copy where the file holds aligned float32, converted from the other
    /// floating-point types. Non-finite elements are an error.
    package func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        guard let entry = header.entries[name] else { throw missing(name) }
        if let shape, shape != entry.shape {
            throw .wrongShape(path: path, tensor: name, expected: shape, found: entry.shape)
        }
        guard entry.type.isFloatingPoint else {
            throw .wrongElements(
                path: path, tensor: name, expected: "floating-point numbers", found: entry.type.rawValue)
        }
        let result = values(of: entry)
        if let index = result.firstNonFinite {
            let value = result.withUnsafeBuffer { $0[index] }
            throw .notFinite(path: path, tensor: name, index: index, value: value.isNaN ? "NaN" : "\(value)")
        }
        return result
    }

    private func rawBytes(of entry: TensorEntry) -> UnsafeRawBufferPointer {
        let range = dataStart + entry.range.lowerBound..<dataStart + entry.range.upperBound
        return UnsafeRawBufferPointer(rebasing: file.bytes[range])
    }

    private func values(of entry: TensorEntry) -> Tensor {
        let raw = rawBytes(of: entry)
        if entry.type == .float32, let base = raw.baseAddress, Int(bitPattern: base) % 4 == 0 {
            // Safety: the header's check puts all elements inside the mapping, which `file` keeps alive.
            let elements = UnsafeBufferPointer(
                start: base.assumingMemoryBound(to: Float.self), count: entry.count)
            return Tensor(shape: entry.shape, borrowing: elements, owner: file)
        }
        var result = Tensor(zeros: entry.shape)
        result.withUnsafeMutableBuffer { FloatConversion.convert(raw, of: entry.type, into: $0) }
        return result
    }
}
