import Hashing

/// What an ONNX file says of its model: what goes in and out, and which files it reads besides. Nothing is run.
package struct ONNXModel: Sendable {
    /// Something that goes into the model or comes out of it.
    package struct Port: Sendable, Equatable {
        /// Its name.
        package let name: String
        /// ONNX's number of the element type: 1 is float, 10 half, 11 double, 7 int64.
        package let type: Int
        /// The extents, the batch included; nil stands for one that is left open. Nil altogether where none are said.
        package let shape: [Int?]?
    }

    /// A tensor of numbers that the model holds, or a file besides.
    package struct Weight: Sendable, Equatable {
        /// Its name.
        package let name: String
        /// ONNX's number of the element type.
        package let type: Int
        /// Its elements; nil where that is no number.
        package let count: Int?

        /// Its size; nil where that is not known.
        package var bytes: Int? {
            guard let width = ONNXModel.widths[type], let count else { return nil }
            let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: width)
            return isTooMuch ? nil : bytes
        }
    }

    package let path: String
    /// Bytes of the file.
    package let size: Int
    /// The tensors of the outermost graph.
    package let weights: [Weight]
    /// How many operations of each kind there are.
    package let kinds: [String: Int]
    /// What goes in, without the weights.
    package let inputs: [Port]
    /// What comes out.
    package let outputs: [Port]
    /// The kind of operation that gives each output, as `Softmax`, by the output's name.
    package let lastOperations: [String: String]
    /// The version of the operations.
    package let operationSet: Int
    /// The program that wrote it.
    package let producer: String
    /// The files with weights besides, relative to the model's folder and inside it.
    package let externalFiles: [String]
    /// The bytes of each of these.
    package let externalBytes: [Int]
    /// The digest of the model and of the files besides.
    package let digest: SHA256

    /// Bytes of an element, by ONNX's number of its type.
    private static let widths = [
        1: 4, 2: 1, 3: 1, 4: 2, 5: 2, 6: 4, 7: 8, 9: 1, 10: 2, 11: 8, 12: 4, 13: 8, 16: 2,
    ]
    private static let types = [
        1: "float32", 2: "uint8", 3: "int8", 4: "uint16", 5: "int16", 6: "int32", 7: "int64", 8: "text",
        9: "bool", 10: "float16", 11: "float64", 12: "uint32", 13: "uint64", 16: "bfloat16",
    ]

    /// What a person calls ONNX's number of an element type.
    package static func typeName(_ number: Int) -> String { types[number] ?? "type \(number)" }

    /// Whether the file at `path` begins as one in ONNX: a small version, then another field of the model.
    package static func recognises(_ path: String) -> Bool {
        (try? MappedFile(path: path)).map { recognises($0.bytes) } ?? false
    }

    /// Whether a file of these bytes begins as one in ONNX.
    static func recognises(_ bytes: UnsafeRawBufferPointer) -> Bool {
        // Fields 2 to 8 and 14 of `ModelProto`: producer, domain, versions, notes, graph, sets of operations, metadata.
        let next: [UInt8] = [0x12, 0x1A, 0x22, 0x28, 0x32, 0x3A, 0x42, 0x72]
        return bytes.count > 16 && bytes[0] == 0x08 && (1...30).contains(bytes[1]) && next.contains(bytes[2])
    }

    /// Reads what describes the model at `path`.
    package static func open(_ path: String) throws(WeightsError) -> ONNXModel {
        let file = try MappedFile(path: path)
        var outline = ONNXOutline(file.bytes)
        do throws(ProtobufFault) {
            try outline.read()
        } catch {
            throw .malformed(
                path: path, place: "byte \(error.place)", expected: "a model in ONNX",
                found: "something else, or a part of one")
        }
        guard outline.hasGraph, !outline.outputs.isEmpty else {
            throw .unsuitable(path: path, expected: "a model in ONNX", found: "one without a graph")
        }
        return try ONNXModel(file, outline)
    }

    private init(_ file: MappedFile, _ outline: ONNXOutline) throws(WeightsError) {
        path = file.path
        size = file.bytes.count
        weights = outline.weights
        kinds = outline.kinds
        let known = Set(outline.weights.map(\.name))
        inputs = outline.inputs.filter { !known.contains($0.name) }
        outputs = outline.outputs
        operationSet = outline.operationSet
        producer = outline.producer
        lastOperations = outline.operations.filter { name, _ in outline.outputs.contains { $0.name == name } }
        externalFiles = outline.externalFiles.sorted()
        let folder = ONNXFolder(of: file.path)
        var digests = [file.sha256]
        var sizes: [Int] = []
        for name in externalFiles {
            let file = try MappedFile(path: folder.path(of: name))
            digests.append(file.sha256)
            sizes.append(file.bytes.count)
        }
        externalBytes = sizes
        digest =
            digests.count == 1
            ? digests[0] : SHA256(hashing: digests.map(\.description).joined(separator: " "))
    }
}
