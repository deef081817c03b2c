import Tensors
import Weights

/// ResNet (He et al. 2016, table 1) and ResNeXt (Xie et al. 2017, table 1), with torchvision's names; widths, depths and
/// groups follow from the file.
enum ResNet {
    /// The blocks of the four levels of the published networks.
    static let published = [
        "resnet18": [2, 2, 2, 2], "resnet34": [3, 4, 6, 3], "resnet50": [3, 4, 6, 3],
        "resnet101": [3, 4, 23, 3], "resnet152": [3, 8, 36, 3], "resnext50_32x4d": [3, 4, 6, 3],
        "resnext101_32x8d": [3, 4, 23, 3], "resnext101-dermdit": [3, 4, 23, 3],
    ]

    /// The network in `source`: basic blocks where they have two convolutions, bottlenecks where they have three.
    ///
    /// - Parameters:
    ///   - graph: says the blocks of each level, the kind of blocks, and the head.
    ///   - library: whose conventions it follows: Keras strides in a bottleneck's first convolution.
    static func network(
        from source: any WeightSource, graph: ClassifierGraph, library: NamingLibrary, on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        let layers = ClassifierLayers(source, library, .resNet, on: engine)
        let (blocks, expected) = (blocks(of: source), published[graph.rawValue])
        guard !blocks.contains(0), expected == nil || blocks == expected else {
            throw layers.unsuitable(
                "a ResNet with \(expected.map { "\($0)" } ?? "some") blocks in its levels", found: "\(blocks)"
            )
        }
        try check(layers, graph: graph)
        let stem = try layers.convolution("conv1", norm: .init(name: "bn1"), inputs: 3, stride: 2)
        var channels = stem.outputs
        var stages: [StagedNetwork.NamedStage] = [
            .init(name: "conv1", stage: stem),
            .init(
                name: "maxpool", stage: Pooling(.maximum, kernel: (3, 3), stride: (2, 2), padding: Padding(1))
            ),
        ]
        for (level, count) in blocks.enumerated() {
            for index in 0..<count {
                let name = "layer\(level + 1).\(index)"
                let stride = level > 0 && index == 0 ? 2 : 1
                stages.append(
                    .init(
                        name: name,
                        stage: try block(
                            layers, name, stride: stride, stridesFirst: library == .keras,
                            channels: &channels)))
            }
        }
        let head =
            graph == .resnext101DermDiT
            ? try separateHead(layers, inputs: channels)
            : [try layers.head("fc", "classifier", "head", inputs: channels)]
        return StagedNetwork(stages: stages, head: head, leastSide: 32)
    }

    /// DermDiT's: one linear layer `layer`, or `layer1` and `layer2` with nothing between them.
    private static func separateHead(
        _ layers: ClassifierLayers, inputs: Int
    ) throws(ClassificationError) -> [StagedNetwork.HeadLayer] {
        guard layers.has("layer2.weight") else { return [try layers.head("layer", inputs: inputs)] }
        let first = try layers.head("layer1", inputs: inputs)
        return [first, try layers.head("layer2", inputs: first.linear.outputs)]
    }

    /// The blocks of the four levels.
    static func blocks(of source: any WeightSource) -> [Int] {
        (1...4).map { level in
            (0..<512).prefix(while: { source.has("layer\(level).\($0).conv1.weight") }).count
        }
    }

    /// The graphs without a bottleneck, and those of ResNeXt with the groups and the width of each in the first level.
    static let basic: Set<ClassifierGraph> = [.resnet18, .resnet34]
    static let groups: [ClassifierGraph: (Int, Int)] = [
        .resnext50: (32, 4), .resnext101: (32, 8), .resnext101DermDiT: (32, 8),
    ]

    /// Networks with as many blocks differ in the convolutions of a block.
    private static func check(_ layers: ClassifierLayers, graph: ClassifierGraph) throws(ClassificationError)
    {
        guard graph != .resnet else { return }
        let hasBottleneck = layers.has("layer1.0.conv3.weight")
        guard hasBottleneck != basic.contains(graph) else {
            throw layers.unsuitable(
                "blocks of \(hasBottleneck ? 2 : 3) convolutions", found: "\(hasBottleneck ? 3 : 2)")
        }
        let (groups, width) = groups[graph] ?? (1, 64)
        let shape = try layers.shape("layer1.0.conv2.weight", rank: 4)
        guard shape[0] == groups * width, shape[1] == width else {
            throw layers.unsuitable(
                "\(groups) groups of \(width) channels in `layer1.0.conv2.weight`", found: "shape \(shape)")
        }
    }

    /// One residual block; the stride is on the 3 x 3 (the first of two), as in torchvision, or on the first
    /// convolution.
    private static func block(
        _ layers: ClassifierLayers, _ name: String, stride: Int, stridesFirst: Bool, channels: inout Int
    ) throws(ClassificationError) -> ResidualStage {
        let isBottleneck = layers.has(name + ".conv3.weight")
        let stridesLater = isBottleneck && !stridesFirst
        let first = try layers.convolution(
            name + ".conv1", norm: .init(name: name + ".bn1"), inputs: channels,
            stride: stridesLater ? 1 : stride)
        let width = first.outputs
        let perGroup = try layers.shape(name + ".conv2.weight", rank: 4)[1]
        let second = try layers.convolution(
            name + ".conv2", norm: .init(name: name + ".bn2"), inputs: width,
            groups: max(1, width / max(1, perGroup)), stride: stridesLater ? stride : 1,
            activation: isBottleneck ? .relu : .none)
        var main: [any NetworkStage] = [first, second]
        var outputs = second.outputs
        if isBottleneck {
            let third = try layers.convolution(
                name + ".conv3", norm: .init(name: name + ".bn3"), inputs: second.outputs, activation: .none)
            main.append(third)
            outputs = third.outputs
        }
        let shortcut = try shortcut(layers, name, stride: stride, inputs: channels, outputs: outputs)
        channels = outputs
        return ResidualStage(main: SequentialStage(main), shortcut: shortcut, activation: .relu)
    }

    private static func shortcut(
        _ layers: ClassifierLayers, _ name: String, stride: Int, inputs: Int, outputs: Int
    ) throws(ClassificationError) -> SequentialStage {
        guard layers.has(name + ".downsample.0.weight") else {
            guard stride == 1, inputs == outputs else {
                throw .weights(layers.source.missing(name + ".downsample.0.weight"))
            }
            return SequentialStage()
        }
        let projection = try layers.convolution(
            name + ".downsample.0", norm: .init(name: name + ".downsample.1"), inputs: inputs, stride: stride,
            activation: .none)
        guard projection.outputs == outputs else {
            throw layers.unsuitable(
                "\(outputs) channels of `\(name).downsample.0`", found: "\(projection.outputs)")
        }
        return SequentialStage(projection)
    }
}
