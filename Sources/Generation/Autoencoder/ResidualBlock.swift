import Tensors

/// Two normalised convolutions beside a shortcut, on a map `[H, W, C]` (va-vae.md, section 2).
struct ResidualBlock: Sendable {
    /// Channels of the output.
    let outputs: Int
    private let norm1, norm2: GroupNorm
    private let conv1, conv2: Convolution2D
    private let shortcut: Convolution2D?

    init(_ layers: LayerLoader, _ name: String, inputs: Int) throws(GenerationError) {
        outputs = try layers.shape("\(name).conv1.weight", rank: 4)[0]
        norm1 = try layers.groupNorm("\(name).norm1", channels: inputs)
        conv1 = try layers.convolution("\(name).conv1", inputs: inputs, outputs: outputs, padding: Padding(1))
        norm2 = try layers.groupNorm("\(name).norm2", channels: outputs)
        conv2 = try layers.convolution(
            "\(name).conv2", inputs: outputs, outputs: outputs, padding: Padding(1))
        shortcut =
            inputs == outputs
            ? nil
            : try layers.convolution(
                "\(name).nin_shortcut", inputs: inputs, outputs: outputs, side: 1, padding: .none)
    }

    func callAsFunction(_ x: Tensor) -> Tensor {
        let h = conv1(norm1(x, activation: .silu))
        var y = conv2(norm2(h, activation: .silu))
        y.add(shortcut.map { $0(x) } ?? x)
        return y
    }
}
