import Tensors
import Weights

/// DenseNet (Huang et al. 2017, table 1), with torchvision's names; growth, widths and blocks follow from the file.
enum DenseNet {
    /// The layers of the four blocks of the published networks.
    static let published = [
        "densenet121": [6, 12, 24, 16], "densenet161": [6, 12, 36, 24], "densenet169": [6, 12, 32, 32],
        "densenet201": [6, 12, 48, 32],
    ]

    /// The network in `source`.
    ///
    /// - Parameters:
    ///   - blocks: the layers of each block that are expected; nil takes what the file has.
    ///   - library: whose conventions it follows.
    ///   - endsRectified: whether a ReLU stands behind the last norm; Patch-Lesion has none.
    static func network(
        from source: any WeightSource, blocks expected: [Int]? = nil, library: NamingLibrary,
        endsRectified: Bool = true, on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        let layers = ClassifierLayers(source, library, .denseNet, on: engine)
        let blocks = blocks(of: source)
        guard !blocks.isEmpty, expected == nil || blocks == expected else {
            throw layers.unsuitable(
                "a DenseNet with blocks of \(expected.map { "\($0)" } ?? "some") layers", found: "\(blocks)")
        }
        let stem = try layers.convolution(
            "features.conv0", norm: .init(name: "features.norm0"), inputs: 3, stride: 2)
        var channels = stem.outputs
        var stages: [StagedNetwork.NamedStage] = [
            .init(name: "features.conv0", stage: stem),
            .init(
                name: "features.pool0",
                stage: Pooling(.maximum, kernel: (3, 3), stride: (2, 2), padding: Padding(1))),
        ]
        for (index, count) in blocks.enumerated() {
            let name = "features.denseblock\(index + 1)"
            let block = try block(layers, name, count: count, channels: &channels)
            stages.append(.init(name: name, stage: block))
            guard index + 1 < blocks.count else { break }
            let transition = try transition(layers, "features.transition\(index + 1)", channels: &channels)
            stages.append(.init(name: "features.transition\(index + 1)", stage: transition))
        }
        let norm = try layers.norm(
            .init(name: "features.norm5"), channels: channels, activation: endsRectified ? .relu : .none)
        stages.append(.init(name: "features.norm5", stage: norm))
        let head = try layers.head("classifier", "fc", inputs: channels)
        return StagedNetwork(stages: stages, head: [head], leastSide: 4 << min(blocks.count - 1, 16))
    }

    /// The layers of each block: their weights are numbered from 1.
    static func blocks(of source: any WeightSource) -> [Int] {
        var result: [Int] = []
        while result.count < 16 {
            let block = "features.denseblock\(result.count + 1)"
            let count = (1...512).prefix(while: { source.has("\(block).denselayer\($0).conv1.weight") }).count
            if count == 0 { break }
            result.append(count)
        }
        return result
    }

    private static func block(
        _ layers: ClassifierLayers, _ name: String, count: Int, channels: inout Int
    ) throws(ClassificationError) -> DenseBlock {
        var result: [DenseBlock.Layer] = []
        for index in 1...count {
            let layer = "\(name).denselayer\(index)"
            let before = try layers.norm(.init(name: layer + ".norm1"), channels: channels)
            let bottleneck = try layers.convolution(
                layer + ".conv1", norm: .init(name: layer + ".norm2"), inputs: channels)
            let growth = try layers.convolution(
                layer + ".conv2", inputs: bottleneck.outputs, activation: .none)
            result.append(
                DenseBlock.Layer(
                    norm: before, convolutions: SequentialStage(bottleneck, growth), inputs: channels,
                    outputs: growth.outputs))
            channels += growth.outputs
        }
        return DenseBlock(layers: result)
    }

    private static func transition(
        _ layers: ClassifierLayers, _ name: String, channels: inout Int
    ) throws(ClassificationError) -> SequentialStage {
        let norm = try layers.norm(.init(name: name + ".norm"), channels: channels)
        let convolution = try layers.convolution(name + ".conv", inputs: channels, activation: .none)
        channels = convolution.outputs
        return SequentialStage(norm, convolution, Pooling(.average(countingPadding: true), kernel: (2, 2)))
    }
}
