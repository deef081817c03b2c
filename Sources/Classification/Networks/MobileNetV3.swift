import Tensors
import Weights

/// MobileNetV3 (Howard et al. 2019, tables 1 and 2), with torchvision's names; widths follow from the file.
enum MobileNetV3 {
    /// What a weight file does not say of a published network.
    struct Layout: Sendable {
        /// The stride of each block.
        let strides: [Int]
        /// How many blocks at the beginning have ReLU; the others have hard swish.
        let rectified: Int

        /// Table 1.
        static let large = Layout(strides: [1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 2, 1, 1], rectified: 6)
        /// Table 2.
        static let small = Layout(strides: [2, 2, 1, 2, 1, 1, 1, 1, 2, 1, 1], rectified: 3)
    }

    /// The network in `source`.
    static func network(
        from source: any WeightSource, layout: Layout, library: NamingLibrary, on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        let layers = ClassifierLayers(source, library, .mobileNetV3, on: engine)
        let blocks = InvertedResidual(epsilon: 1e-3, gate: .hardSigmoid, squeezed: .relu)
        let stem = try convolution(layers, "features.0", inputs: 3, stride: 2)
        var channels = stem.outputs
        var stages: [StagedNetwork.NamedStage] = [.init(name: "features.0", stage: stem)]
        for (index, stride) in layout.strides.enumerated() {
            let name = "features.\(index + 1)"
            let stage = try blocks.stage(
                layers, name, stride: stride, activation: index < layout.rectified ? .relu : .hardSwish,
                channels: &channels)
            stages.append(.init(name: name, stage: stage))
        }
        let name = "features.\(layout.strides.count + 1)"
        let last = try convolution(layers, name, inputs: channels)
        stages.append(.init(name: name, stage: last))
        let hidden = try layers.linear("classifier.0", inputs: last.outputs)
        let scores = try layers.linear("classifier.3", inputs: hidden.outputs)
        return StagedNetwork(
            stages: stages,
            head: [.init(linear: hidden, activation: .hardSwish), .init(linear: scores, activation: .none)],
            leastSide: 32)
    }

    private static func convolution(
        _ layers: ClassifierLayers, _ name: String, inputs: Int, stride: Int = 1
    ) throws(ClassificationError) -> ConvolutionStage {
        try layers.convolution(
            name + ".0", norm: .init(name: name + ".1", epsilon: 1e-3), inputs: inputs, stride: stride,
            activation: .hardSwish)
    }
}
