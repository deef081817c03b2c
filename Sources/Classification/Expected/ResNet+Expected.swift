/// The tensors of He et al. 2016, table 1, and of Xie et al. 2017, table 1.
extension ResNet {
    /// Adds the tensors of the network that `graph` names; `resnet` has the blocks and the width of the file.
    static func expect(_ graph: ClassifierGraph, in tensors: inout ExpectedTensors) {
        let source = tensors.source
        var (groups, width) = groups[graph] ?? (1, 64)
        var isBottleneck = !basic.contains(graph)
        var (stem, widest) = (64, 256)
        if graph == .resnet {
            isBottleneck = source.has("layer1.0.conv3.weight")
            stem = source.shape(of: "conv1.weight")?.first ?? stem
            widest = source.shape(of: "layer1.0.conv3.weight")?.first ?? widest
            if let shape = source.shape(of: "layer1.0.conv2.weight"), shape.count == 4, shape[1] > 0 {
                (groups, width) = (max(1, shape[0] / shape[1]), shape[1])
            }
        }
        tensors.normed("conv1", norm: "bn1", 3, stem, kernel: 7)
        var channels = stem
        for (level, count) in (published[graph.rawValue] ?? blocks(of: source)).enumerated() {
            let inner = groups * width << level
            let outputs = isBottleneck ? widest << level : inner
            for index in 0..<count {
                let name = "layer\(level + 1).\(index)"
                let last = isBottleneck ? 3 : 2
                for number in 1...last {
                    let isWindow = !isBottleneck || number == 2
                    tensors.normed(
                        "\(name).conv\(number)", norm: "\(name).bn\(number)", number == 1 ? channels : inner,
                        number == last ? outputs : inner, kernel: isWindow ? 3 : 1,
                        groups: number == 2 ? groups : 1)
                }
                if index == 0, level > 0 || channels != outputs {
                    tensors.normed(
                        name + ".downsample.0", norm: name + ".downsample.1", channels, outputs, kernel: 1)
                }
                channels = outputs
            }
        }
        expectHead(graph, channels, in: &tensors)
    }

    private static func expectHead(
        _ graph: ClassifierGraph, _ channels: Int, in tensors: inout ExpectedTensors
    ) {
        switch graph {
        case .resnext101DermDiT where tensors.source.has("layer2.weight"):
            tensors.linear("layer1", channels, nil)
            tensors.linear("layer2", nil, nil)
        case .resnext101DermDiT: tensors.head("layer", inputs: channels)
        default: tensors.head("fc", "classifier", "head", inputs: channels)
        }
    }
}
