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

    package let path: String
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
    /// The digest of the model and of the files besides.
    package let digest: SHA256

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
        let weights = Set(outline.weights)
        inputs = outline.inputs.filter { !weights.contains($0.name) }
        outputs = outline.outputs
        operationSet = outline.operationSet
        producer = outline.producer
        lastOperations = outline.operations.filter { name, _ in outline.outputs.contains { $0.name == name } }
        externalFiles = outline.externalFiles.sorted()
        let folder = ONNXFolder(of: file.path)
        var digests = [file.sha256]
        for name in externalFiles { digests.append(try MappedFile(path: folder.path(of: name)).sha256) }
        digest =
            digests.count == 1
            ? digests[0] : SHA256(hashing: digests.map(\.description).joined(separator: " "))
    }
}
