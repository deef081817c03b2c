import CONNX

/// A model in ONNX Runtime, ready to run.
///
/// Safety of `@unchecked Sendable`: ONNX Runtime runs a session from any number of threads at once, and nothing here
/// changes.
final class ONNXSession: @unchecked Sendable {
    /// What goes in.
    struct Input {
        let name: String
        let type: ONNXElements.ElementType
        /// The extents, the batch included.
        let shape: [Int]
        let elements: ONNXElements
    }

    private let library: ONNXRuntimeLibrary
    private let handle: OpaquePointer
    private let path: String

    /// Makes the model at `path` ready.
    init(_ path: String, in library: ONNXRuntimeLibrary) throws(ClassificationError) {
        var message = [CChar](repeating: 0, count: 1024)
        guard let handle = onnx_session_open(library.handle, path, &message, message.count) else {
            throw .refused(
                path: path, runtime: library.name, reason: Self.trimmed(ONNXRuntimeLibrary.text(message)))
        }
        self.library = library
        self.handle = handle
        self.path = path
    }

    deinit { onnx_session_close(handle) }

    /// The numbers of an output.
    ///
    /// - Parameter most: how many are wanted at most.
    func run(_ inputs: [Input], output: String, most: Int) throws(ClassificationError) -> [Float] {
        var message = [CChar](repeating: 0, count: 1024)
        var result = [Float](repeating: 0, count: most)
        let count = Self.withTensors(inputs[...], []) { tensors in
            onnx_session_run(
                handle, tensors, tensors.count, output, &result, most, &message, message.count)
        }
        guard count >= 0 else {
            throw .refused(
                path: path, runtime: library.name, reason: Self.trimmed(ONNXRuntimeLibrary.text(message)))
        }
        guard count <= most else {
            throw .refused(
                path: path, runtime: library.name,
                reason: "output `\(output)` has \(count) numbers for an image")
        }
        return Array(result.prefix(Int(count)))
    }

    /// Calls `body` with the inputs as C has them, alive until it returns.
    private static func withTensors<Result>(
        _ inputs: ArraySlice<Input>, _ ready: [onnx_tensor], _ body: ([onnx_tensor]) -> Result
    ) -> Result {
        guard let first = inputs.first else { return body(ready) }
        var bytes = first.elements.bytes
        let shape = first.shape.map(Int64.init)
        // Safety: the three buffers live until `body` has returned; ONNX Runtime reads inputs and never writes them.
        return first.name.withCString { name in
            shape.withUnsafeBufferPointer { shape in
                bytes.withUnsafeMutableBytes { bytes in
                    let tensor = onnx_tensor(
                        name: name, type: first.type.rawValue, dimensions: shape.baseAddress,
                        rank: shape.count,
                        bytes: bytes.baseAddress, size: bytes.count)
                    return withTensors(inputs.dropFirst(), ready + [tensor], body)
                }
            }
        }
    }

    /// A reason without the places in ONNX Runtime's own sources that its messages begin with.
    private static func trimmed(_ reason: String) -> String {
        let parts = reason.split(separator: " ").filter {
            !$0.contains("/onnxruntime/") && !$0.contains(".cc:")
        }
        return String(parts.joined(separator: " ").prefix(300))
    }
}
