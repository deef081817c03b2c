import Hashing
import Tensors

/// A weight file of any format that is read, mapped into memory: what it holds is checked when it is opened, its
/// weights are read on demand. The format is known by the first bytes, never by the file's name.
package struct WeightFile: WeightSource {
    package let path: String
    /// The format.
    package var format: WeightFormat { contents.format }
    /// Free text pairs of the file.
    package var metadata: [String: String] { contents.metadata }
    /// The model's configuration and layers, where Keras wrote the file.
    package var keras: KerasArchive? { contents.keras }
    /// What was left out of the tensors, each a sentence's worth.
    package var notes: [String] { contents.notes }
    /// Bytes of the file.
    package var size: Int { file.bytes.count }

    private let file: MappedFile
    private let contents: WeightContents

    /// Opens and checks the file at `path`; reads what describes the weights only.
    package static func open(_ path: String) throws(WeightsError) -> WeightFile {
        let file = try MappedFile(path: path)
        return WeightFile(file, try WeightReader.read(file))
    }

    private init(_ file: MappedFile, _ contents: WeightContents) {
        path = file.path
        self.file = file
        self.contents = contents
    }

    package var names: [String] { contents.tensors.keys.sorted() }

    package func shape(of name: String) -> [Int]? { contents.tensors[name]?.shape }

    /// The element type of a tensor, or nil when there is none of that name.
    package func elementType(of name: String) -> ElementType? { contents.tensors[name]?.type }

    /// The bytes of a tensor's elements, row-major and little-endian.
    package func bytes(of name: String) throws(WeightsError) -> [UInt8] {
        try stored(name).bytes(in: file)
    }

    /// Whether a tensor is mapped: read without a copy.
    package func isMapped(_ name: String) -> Bool {
        guard let tensor = contents.tensors[name] else { return false }
        return mappedElements(of: tensor) != nil
    }

    /// The digest of the whole file; reads all of it.
    package var sha256: SHA256 { file.sha256 }

    /// A tensor as float32: mapped without a copy where the file holds aligned float32, converted from the other
    /// floating-point types. Non-finite elements are an error.
    package func tensor(_ name: String, shape: [Int]?) throws(WeightsError) -> Tensor {
        let entry = try stored(name)
        if let shape, shape != entry.shape {
            throw .wrongShape(path: path, tensor: name, expected: shape, found: entry.shape)
        }
        guard entry.type.isFloatingPoint else {
            throw .wrongElements(
                path: path, tensor: name, expected: "floating-point numbers", found: entry.type.rawValue)
        }
        let result = try values(of: entry)
        if let index = result.firstNonFinite {
            let value = result.withUnsafeBuffer { $0[index] }
            throw .notFinite(path: path, tensor: name, index: index, value: value.isNaN ? "NaN" : "\(value)")
        }
        return result
    }

    private func stored(_ name: String) throws(WeightsError) -> StoredTensor {
        guard let tensor = contents.tensors[name] else { throw missing(name) }
        return tensor
    }

    /// The elements where they stand in the file, if they are aligned float32.
    private func mappedElements(of tensor: StoredTensor) -> UnsafeBufferPointer<Float>? {
        guard tensor.type == .float32, let range = tensor.plainRange else { return nil }
        let raw = UnsafeRawBufferPointer(rebasing: file.bytes[range])
        guard let base = raw.baseAddress, Int(bitPattern: base) % 4 == 0 else { return nil }
        // Safety: the reader's check puts all elements inside the mapping, which `file` keeps alive.
        return UnsafeBufferPointer(start: base.assumingMemoryBound(to: Float.self), count: range.count / 4)
    }

    private func values(of tensor: StoredTensor) throws(WeightsError) -> Tensor {
        if let elements = mappedElements(of: tensor) {
            return Tensor(shape: tensor.shape, borrowing: elements, owner: file)
        }
        var result = Tensor(zeros: tensor.shape)
        if let range = tensor.plainRange {
            let raw = UnsafeRawBufferPointer(rebasing: file.bytes[range])
            result.withUnsafeMutableBuffer { FloatConversion.convert(raw, of: tensor.type, into: $0) }
        } else {
            let bytes = try tensor.bytes(in: file)
            bytes.withUnsafeBytes { raw in
                result.withUnsafeMutableBuffer { FloatConversion.convert(raw, of: tensor.type, into: $0) }
            }
        }
        return result
    }
}
