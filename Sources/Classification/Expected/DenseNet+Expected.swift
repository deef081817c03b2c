/// The tensors of Huang et al. 2017, table 1.
extension DenseNet {
    /// Adds the tensors of the network that `graph` names; `densenet` has the blocks and the growth of the file.
    static func expect(_ graph: ClassifierGraph, in tensors: inout ExpectedTensors) {
        let blocks = published[graph == .patchLesion ? "densenet121" : graph.rawValue]
        let isWide = graph == .densenet161
        var (growth, channels) = isWide ? (48, 96) : (32, 64)
        if graph == .densenet {
            let first = "features.denseblock1.denselayer1.conv2.weight"
            growth = tensors.source.shape(of: first)?.first ?? growth
            channels = tensors.source.shape(of: "features.conv0.weight")?.first ?? channels
        }
        tensors.normed("features.conv0", norm: "features.norm0", 3, channels, kernel: 7)
        for (index, count) in (blocks ?? self.blocks(of: tensors.source)).enumerated() {
            if index > 0 {
                let name = "features.transition\(index)"
                tensors.norm(name + ".norm", channels)
                tensors.convolution(name + ".conv", channels, channels / 2, kernel: (1, 1))
                channels /= 2
            }
            for layer in 1...max(1, count) {
                let name = "features.denseblock\(index + 1).denselayer\(layer)"
                tensors.norm(name + ".norm1", channels)
                tensors.convolution(name + ".conv1", channels, 4 * growth, kernel: (1, 1))
                tensors.norm(name + ".norm2", 4 * growth)
                tensors.convolution(name + ".conv2", 4 * growth, growth, kernel: (3, 3))
                channels += growth
            }
        }
        tensors.norm("features.norm5", channels)
        if graph == .patchLesion { tensors.linear("initial_attention_layer.fc.0", nil, nil) }
        tensors.head("classifier", "fc", inputs: channels)
    }
}
