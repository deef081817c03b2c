/// The tensors of Simonyan & Zisserman 2015, table 1, configurations D and E.
extension VGG {
    private static let widths = [64, 128, 256, 512, 512]

    /// Adds the tensors of the network that `graph` names.
    static func expect(_ graph: ClassifierGraph, in tensors: inout ExpectedTensors) {
        let isDeep = graph == .vgg19 || graph == .vgg19BN
        let isNormed = graph == .vgg16BN || graph == .vgg19BN
        var (position, channels) = (0, 3)
        for (width, count) in zip(widths, isDeep ? [2, 2, 4, 4, 4] : [2, 2, 3, 3, 3]) {
            for _ in 0..<count {
                tensors.convolution(
                    "features.\(position)", channels, width, kernel: (3, 3), isBiased: true)
                if isNormed { tensors.norm("features.\(position + 1)", width) }
                (position, channels) = (position + (isNormed ? 3 : 2), width)
            }
            position += 1
        }
        guard graph != .vgg16GAP else {
            tensors.head("classifier", inputs: channels)
            return
        }
        linear("classifier.0", 49 * channels, 4096, in: &tensors)
        linear("classifier.3", 4096, 4096, in: &tensors)
        if graph == .vgg16Magic {
            tensors.linear("classifier.6.0", 4096, nil)
            tensors.linear("classifier.6.3", nil, nil)
        } else {
            tensors.head("classifier.6", inputs: 4096)
        }
    }

    /// A linear layer, which timm writes as a convolution over the whole map.
    private static func linear(
        _ name: String, _ inputs: Int, _ outputs: Int, in tensors: inout ExpectedTensors
    ) {
        guard let shape = tensors.source.shape(of: name + ".weight"), shape.count == 4 else {
            tensors.linear(name, inputs, outputs)
            return
        }
        let side = inputs == 4096 ? 1 : 7
        tensors.convolution(name, inputs / (side * side), outputs, kernel: (side, side), isBiased: true)
    }
}
