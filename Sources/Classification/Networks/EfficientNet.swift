import Tensors
import Weights

/// EfficientNet (Tan & Le 2019, table 1) and EfficientNetV2 (Tan & Le 2021, table 4), with torchvision's names.
enum EfficientNet {
    /// What a weight file does not say of a published network.
    struct Layout: Sendable {
        /// The stride of the first block of each stage.
        let strides: [Int]
        /// Added to the variance in every norm: torchvision departs from 1e-5 for B5...B7 and V2.
        let epsilon: Float
    }

    /// The published networks by torchvision's names.
    static func layout(of name: String) -> Layout? {
        switch name {
        case "efficientnet_b0", "efficientnet_b1", "efficientnet_b2", "efficientnet_b3", "efficientnet_b4":
            Layout(strides: [1, 2, 2, 2, 1, 2, 1], epsilon: 1e-5)
        case "efficientnet_b5", "efficientnet_b6", "efficientnet_b7", "efficientnet_v2_m",
            "efficientnet_v2_l":
            Layout(strides: [1, 2, 2, 2, 1, 2, 1], epsilon: 1e-3)
        case "efficientnet_v2_s": Layout(strides: [1, 2, 2, 2, 1, 2], epsilon: 1e-3)
        default: nil
        }
    }

    /// The network in `source`; widths and depths follow from the file.
    static func network(
        from source: any WeightSource, layout: Layout, on engine: Engine
    ) throws(ClassificationError) -> ConvolutionalNetwork {
        let layers = ClassifierLayers(source, on: engine)
        let blocks = InvertedResidual(epsilon: layout.epsilon, gate: .sigmoid, squeezed: .silu)
        let stem = try convolution(layers, "features.0", layout, inputs: 3, stride: 2)
        var channels = stem.outputs
        var stages: [ConvolutionalNetwork.NamedStage] = [.init(name: "features.0", stage: stem)]
        for (level, stride) in layout.strides.enumerated() {
            var index = 0
            while index == 0 || (index < 512 && layers.has("features.\(level + 1).\(index).block.0.0.weight"))
            {
                let name = "features.\(level + 1).\(index)"
                let stage = try blocks.stage(
                    layers, name, stride: index == 0 ? stride : 1, activation: .silu, channels: &channels)
                stages.append(.init(name: name, stage: stage))
                index += 1
            }
        }
        let name = "features.\(layout.strides.count + 1)"
        let last = try convolution(layers, name, layout, inputs: channels)
        stages.append(.init(name: name, stage: last))
        let head = ConvolutionalNetwork.HeadLayer(
            linear: try layers.linear("classifier.1", inputs: last.outputs), activation: .none)
        return ConvolutionalNetwork(stages: stages, head: [head], leastSide: 32)
    }

    private static func convolution(
        _ layers: ClassifierLayers, _ name: String, _ layout: Layout, inputs: Int, stride: Int = 1
    ) throws(ClassificationError) -> ConvolutionStage {
        try layers.convolution(
            name + ".0", norm: .init(name: name + ".1", epsilon: layout.epsilon), inputs: inputs,
            stride: stride,
            activation: .silu)
    }
}
