import Tensors
import Weights

/// VGG (Simonyan & Zisserman 2015, table 1), with torchvision's names; widths and depth follow from the file.
enum VGG {
    /// What stands behind the convolutions.
    enum Head: Sendable {
        /// One linear layer `classifier` behind the mean of each channel (MelaNet: Zunair & Ben Hamza 2020).
        case mean
        /// torchvision's linear layers `classifier.0`, `.3` and `.6` behind 7 x 7 means.
        case windows
    }

    /// The network in `source`, with or without batch norms.
    static func network(
        from source: any WeightSource, head: Head, on engine: Engine
    ) throws(ClassificationError) -> ConvolutionalNetwork {
        let layers = ClassifierLayers(source, on: engine)
        let positions = try convolutionPositions(layers)
        var stages: [ConvolutionalNetwork.NamedStage] = []
        var (channels, halvings) = (3, 0)
        for (index, position) in positions.enumerated() {
            let name = "features.\(position)"
            let norm = "features.\(position + 1)"
            let isNormed = layers.has(norm + ".running_mean")
            let stage = try layers.convolution(
                name, norm: isNormed ? .init(name: norm) : nil, inputs: channels, biased: true)
            stages.append(.init(name: name, stage: stage))
            channels = stage.outputs
            let next = index + 1 < positions.count ? positions[index + 1] : Int.max
            if next > position + (isNormed ? 3 : 2) {
                stages.append(.init(name: name + ", pool", stage: Pooling(.maximum, kernel: (2, 2))))
                halvings += 1
            }
        }
        let leastSide = 1 << min(halvings, 16)
        switch head {
        case .mean:
            let scores = try layers.linear("classifier", inputs: channels)
            return ConvolutionalNetwork(
                stages: stages, head: [.init(linear: scores, activation: .none)], leastSide: leastSide)
        case .windows:
            return ConvolutionalNetwork(
                stages: stages, summary: .windows(side: 7),
                head: try threeLayers(layers, inputs: 49 * channels),
                leastSide: leastSide)
        }
    }

    /// The numbers N of the tensors `features.N.weight` that are convolutions, ascending.
    private static func convolutionPositions(_ layers: ClassifierLayers) throws(ClassificationError) -> [Int]
    {
        let positions = (0..<256).filter { layers.source.shape(of: "features.\($0).weight")?.count == 4 }
        guard positions.first == 0 else {
            throw layers.unsuitable("a VGG, which begins with tensor `features.0.weight`", found: "none")
        }
        return positions
    }

    private static func threeLayers(
        _ layers: ClassifierLayers, inputs: Int
    ) throws(ClassificationError) -> [ConvolutionalNetwork.HeadLayer] {
        var (result, width): ([ConvolutionalNetwork.HeadLayer], Int) = ([], inputs)
        for (name, activation) in [
            ("classifier.0", Activation.relu), ("classifier.3", .relu), ("classifier.6", .none),
        ] {
            let linear = try layers.linear(name, inputs: width)
            result.append(.init(linear: linear, activation: activation))
            width = linear.outputs
        }
        return result
    }
}
