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
        /// The activation of all convolutions.
        var activation = Activation.silu
        /// Whether every block has a squeeze-and-excitation.
        var isGated = true
    }

    /// The blocks of each stage of the published networks.
    static let depths: [String: [Int]] = [
        "efficientnet_b0": [1, 2, 2, 3, 3, 4, 1], "efficientnet_b1": [2, 3, 3, 4, 4, 5, 2],
        "efficientnet_b2": [2, 3, 3, 4, 4, 5, 2], "efficientnet_b3": [2, 3, 3, 5, 5, 6, 2],
        "efficientnet_b4": [2, 4, 4, 6, 6, 8, 2], "efficientnet_b5": [3, 5, 5, 7, 7, 9, 3],
        "efficientnet_b6": [3, 6, 6, 8, 8, 11, 3], "efficientnet_b7": [4, 7, 7, 10, 10, 13, 4],
        "efficientnet_v2_s": [2, 4, 4, 6, 9, 15], "efficientnet_v2_m": [3, 5, 5, 7, 14, 18, 5],
        "efficientnet_v2_l": [4, 7, 7, 10, 19, 25, 7], "efficientnet_lite0": [1, 2, 2, 3, 3, 4, 1],
    ]

    /// The blocks of each stage of the network in `source`.
    static func depths(of source: any WeightSource) -> [Int] {
        (1...8).map { stage in
            (0..<512).prefix(while: { source.has("features.\(stage).\($0).block.0.0.weight") }).count
        }.filter { $0 > 0 }
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
        case "efficientnet_lite0":
            Layout(strides: [1, 2, 2, 2, 1, 2, 1], epsilon: 1e-5, activation: .relu6, isGated: false)
        default: nil
        }
    }

    /// The network in `source`; widths follow from the file.
    ///
    /// - Parameters:
    ///   - graph: says the blocks of each stage.
    ///   - library: whose conventions it follows.
    static func network(
        from source: any WeightSource, graph: ClassifierGraph, library: NamingLibrary, on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        let layers = ClassifierLayers(source, library, .efficientNet, on: engine)
        let name = graph.rawValue.hasPrefix("tf_") ? String(graph.rawValue.dropFirst(3)) : graph.rawValue
        guard let layout = layout(of: name), let expected = Self.depths[name] else {
            preconditionFailure("`\(name)` has no layout")
        }
        let found = depths(of: source)
        guard found == expected else {
            throw layers.unsuitable(
                "an EfficientNet with \(expected) blocks in its stages", found: "\(found)")
        }
        guard layout.isGated == source.names.contains(where: { $0.hasSuffix(".fc1.weight") }) else {
            throw layers.unsuitable(
                "an EfficientNet \(layout.isGated ? "with" : "without") squeeze-and-excitation",
                found: layout.isGated ? "none" : "some")
        }
        let blocks = InvertedResidual(epsilon: layout.epsilon, gate: .sigmoid, squeezed: .silu)
        let stem = try convolution(layers, "features.0", layout, inputs: 3, stride: 2)
        var channels = stem.outputs
        var stages: [StagedNetwork.NamedStage] = [.init(name: "features.0", stage: stem)]
        for (level, stride) in layout.strides.enumerated() {
            var index = 0
            while index == 0 || (index < 512 && layers.has("features.\(level + 1).\(index).block.0.0.weight"))
            {
                let name = "features.\(level + 1).\(index)"
                let stage = try blocks.stage(
                    layers, name, stride: index == 0 ? stride : 1, activation: layout.activation,
                    channels: &channels)
                stages.append(.init(name: name, stage: stage))
                index += 1
            }
        }
        let top = "features.\(layout.strides.count + 1)"
        let last = try convolution(layers, top, layout, inputs: channels)
        stages.append(.init(name: top, stage: last))
        let head = try layers.head("classifier.1", "classifier", inputs: last.outputs)
        return StagedNetwork(stages: stages, head: [head], leastSide: 32)
    }

    private static func convolution(
        _ layers: ClassifierLayers, _ name: String, _ layout: Layout, inputs: Int, stride: Int = 1
    ) throws(ClassificationError) -> ConvolutionStage {
        try layers.convolution(
            name + ".0", norm: .init(name: name + ".1", epsilon: layout.epsilon), inputs: inputs,
            stride: stride, activation: layout.activation)
    }
}
