import CDNNL

/// One product or convolution of oneDNN for fixed extents, and the weights in the order that it wants.
///
/// Safety of `@unchecked Sendable`: nothing changes after `init`, and oneDNN runs one layer on several threads as long
/// as each has its own scratch memory.
final class OneDNNLayer: @unchecked Sendable {
    private let layer: OpaquePointer
    private let packed: Buffer
    private let library: OneDNN

    /// - Parameters:
    ///   - layer: owned from here on.
    ///   - weight: in the order of the file.
    ///   - siblings: layers with the same weights; those packed alike share them.
    init(_ layer: OpaquePointer, weight: Tensor, siblings: some Sequence<OneDNNLayer>, library: OneDNN) {
        self.layer = layer
        self.library = library
        if let sibling = siblings.first(where: { onednn_layer_same_packing($0.layer, layer) }) {
            packed = sibling.packed
            return
        }
        let size = MemoryLayout<Float>.stride
        packed = Buffer(count: (onednn_layer_packed_bytes(layer) + size - 1) / size)
        let status = weight.withUnsafeBuffer { weights in
            // Safety: the buffer has as many bytes as oneDNN asks for; the layer was made for these weights.
            onednn_layer_pack(layer, weights.baseAddress, packed.memory)
        }
        precondition(status == 0, "oneDNN cannot re-order weights, status \(status)")
    }

    deinit { onednn_layer_destroy(layer) }

    /// Runs the layer on this thread.
    ///
    /// Safety: the caller guarantees that input, bias and output have the extents that the layer was made for.
    func run(_ x: UnsafePointer<Float>, bias: UnsafePointer<Float>?, into y: UnsafeMutablePointer<Float>) {
        let bytes = onednn_layer_scratch_bytes(layer)
        let size = MemoryLayout<Float>.stride
        let scratch = bytes > 0 ? Buffer(count: (bytes + size - 1) / size) : nil
        let status = withExtendedLifetime(scratch) {
            onednn_layer_run(layer, x, packed.memory, bias, y, scratch?.memory)
        }
        precondition(status == 0, "oneDNN cannot run a layer, status \(status)")
    }
}
