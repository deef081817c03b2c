import Tensors
import Weights

/// MobileNetV2 (Sandler et al. 2018, table 2), with torchvision's names; widths follow from the file.
enum MobileNetV2 {
    /// The stride of each block.
    private static let strides = [1, 2, 1, 2, 1, 1, 2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1]

    /// The network in `source`.
    static func network(
        from source: any WeightSource, library: NamingLibrary, on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        let layers = ClassifierLayers(source, library, .mobileNetV2, on: engine)
        let stem = try layers.convolution(
            "features.0.0", norm: .init(name: "features.0.1"), inputs: 3, stride: 2, activation: .relu6)
        var channels = stem.outputs
        var stages: [StagedNetwork.NamedStage] = [.init(name: "features.0", stage: stem)]
        for (index, stride) in strides.enumerated() {
            let name = "features.\(index + 1)"
            stages.append(
                .init(
                    name: name, stage: try block(layers, name + ".conv", stride: stride, channels: &channels))
            )
        }
        let last = "features.\(strides.count + 1)"
        let top = try layers.convolution(
            last + ".0", norm: .init(name: last + ".1"), inputs: channels, activation: .relu6)
        stages.append(.init(name: last, stage: top))
        let head = try layers.head("classifier.1", "classifier", inputs: top.outputs)
        return StagedNetwork(
            stages: stages, head: [head], leastSide: 32)
    }

    /// Expansion (but in the first block), depthwise convolution and projection without activation.
    private static func block(
        _ layers: ClassifierLayers, _ name: String, stride: Int, channels: inout Int
    ) throws(ClassificationError) -> any NetworkStage {
        var (main, width): ([any NetworkStage], Int) = ([], channels)
        let hasExpansion = layers.has("\(name).3.running_mean")
        if hasExpansion {
            let expansion = try layers.convolution(
                "\(name).0.0", norm: .init(name: "\(name).0.1"), inputs: width, activation: .relu6)
            main.append(expansion)
            width = expansion.outputs
        }
        let place = hasExpansion ? 1 : 0
        let depthwise = try layers.convolution(
            "\(name).\(place).0", norm: .init(name: "\(name).\(place).1"), inputs: width, groups: width,
            stride: stride, activation: .relu6)
        let projection = try layers.convolution(
            "\(name).\(place + 1)", norm: .init(name: "\(name).\(place + 2)"), inputs: depthwise.outputs,
            activation: .none)
        main += [depthwise, projection]
        defer { channels = projection.outputs }
        guard stride == 1, projection.outputs == channels else { return SequentialStage(main) }
        return ResidualStage(main: SequentialStage(main), shortcut: SequentialStage(), activation: .none)
    }
}
