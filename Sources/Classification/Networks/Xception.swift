import Tensors
import Weights

/// Xception (Chollet 2017, figure 5), with the names of its first port to PyTorch, which timm and pretrainedmodels have;
/// widths follow from the file.
enum Xception {
    /// The network in `source`.
    static func network(
        from source: any WeightSource, library: NamingLibrary, on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        let layers = ClassifierLayers(source, library, .xception, on: engine)
        let first = try layers.convolution(
            "conv1", norm: .init(name: "bn1"), inputs: 3, stride: 2, padding: 0)
        let second = try layers.convolution(
            "conv2", norm: .init(name: "bn2"), inputs: first.outputs, padding: 0)
        var channels = second.outputs
        var stages: [StagedNetwork.NamedStage] = [
            .init(name: "conv1", stage: first), .init(name: "conv2", stage: second),
        ]
        for index in 1...12 {
            let name = "block\(index)"
            stages.append(.init(name: name, stage: try block(layers, name, channels: &channels)))
        }
        for (name, norm) in [("conv3", "bn3"), ("conv4", "bn4")] {
            let stage = try separable(layers, name, norm: norm, activation: .relu, channels: &channels)
            stages.append(.init(name: name, stage: stage))
        }
        let head = try layers.head("fc", "last_linear", "classifier", inputs: channels)
        return StagedNetwork(stages: stages, head: [head], leastSide: 71)
    }

    /// Separable convolutions beside a shortcut; in the blocks with a convolution in the shortcut the map is halved.
    private static func block(
        _ layers: ClassifierLayers, _ name: String, channels: inout Int
    ) throws(ClassificationError) -> ResidualStage {
        let inputs = channels
        var main: [any NetworkStage] = []
        for position in 0..<12 where layers.has("\(name).rep.\(position).conv1.weight") {
            // The first block has no activation before its first convolution.
            if position > 0 { main.append(ActivationStage(activation: .relu)) }
            main.append(
                try separable(
                    layers, "\(name).rep.\(position)", norm: "\(name).rep.\(position + 1)", activation: .none,
                    channels: &channels))
        }
        guard !main.isEmpty else { throw .weights(layers.source.missing("\(name).rep.1.conv1.weight")) }
        guard layers.has(name + ".skip.weight") else {
            guard channels == inputs else { throw .weights(layers.source.missing(name + ".skip.weight")) }
            return ResidualStage(main: SequentialStage(main), shortcut: SequentialStage(), activation: .none)
        }
        main.append(layers.halving(.maximum))
        let shortcut = try layers.convolution(
            name + ".skip", norm: .init(name: name + ".skipbn"), inputs: inputs, stride: 2, padding: 0,
            activation: .none)
        guard shortcut.outputs == channels else {
            throw layers.unsuitable("\(channels) channels of `\(name).skip`", found: "\(shortcut.outputs)")
        }
        return ResidualStage(
            main: SequentialStage(main), shortcut: SequentialStage(shortcut), activation: .none)
    }

    /// A depthwise convolution, a pointwise one and a norm.
    private static func separable(
        _ layers: ClassifierLayers, _ name: String, norm: String, activation: Activation, channels: inout Int
    ) throws(ClassificationError) -> SequentialStage {
        let depthwise = try layers.convolution(
            name + ".conv1", inputs: channels, groups: channels, activation: .none)
        let pointwise = try layers.convolution(
            name + ".pointwise", norm: .init(name: norm), inputs: depthwise.outputs, activation: activation)
        channels = pointwise.outputs
        return SequentialStage(depthwise, pointwise)
    }
}
