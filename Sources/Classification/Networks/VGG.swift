import Tensors
import Weights

/// VGG (Simonyan & Zisserman 2015, table 1), with torchvision's names; widths and depth follow from the file.
///
/// Behind the convolutions stand torchvision's linear layers `classifier.0`, `.3` and `.6` on 7 x 7 means, or one linear
/// layer `classifier` on the mean of each channel (MelaNet: Zunair & Ben Hamza 2020).
enum VGG {
    /// The network in `source`, with or without batch norms.
    ///
    /// - Parameters:
    ///   - graph: says the head and, but for MelaNet's, the number of convolutions.
    ///   - library: whose conventions it follows: Keras flattens a map pixel by pixel.
    static func network(
        from source: any WeightSource, graph: ClassifierGraph, library: NamingLibrary, on engine: Engine
    ) throws(ClassificationError) -> StagedNetwork {
        let layers = ClassifierLayers(source, library, .vgg, on: engine)
        let positions = try convolutionPositions(layers)
        let expected = graph == .vgg19 || graph == .vgg19BN ? 16 : 13
        guard graph == .vgg16GAP || positions.count == expected else {
            throw layers.unsuitable("a VGG of \(expected) convolutions", found: "\(positions.count)")
        }
        var stages: [StagedNetwork.NamedStage] = []
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
        guard graph != .vgg16GAP else {
            return StagedNetwork(
                stages: stages, head: [try layers.head("classifier", inputs: channels)], leastSide: leastSide)
        }
        return StagedNetwork(
            stages: stages, summary: .windows(side: 7, channelsFirst: library != .keras),
            head: try linearLayers(layers, graph: graph, inputs: 49 * channels), leastSide: leastSide)
    }

    /// The numbers N of the tensors `features.N.weight` that are convolutions, ascending.
    static func positions(of source: any WeightSource) -> [Int] {
        (0..<256).filter { source.shape(of: "features.\($0).weight")?.count == 4 }
    }

    private static func convolutionPositions(_ layers: ClassifierLayers) throws(ClassificationError) -> [Int]
    {
        let positions = positions(of: layers.source)
        guard positions.first == 0 else {
            throw layers.unsuitable("a VGG, which begins with tensor `features.0.weight`", found: "none")
        }
        return positions
    }

    /// torchvision's three linear layers, or skin-diff's four.
    private static func linearLayers(
        _ layers: ClassifierLayers, graph: ClassifierGraph, inputs: Int
    ) throws(ClassificationError) -> [StagedNetwork.HeadLayer] {
        let hidden = ["classifier.0", "classifier.3"] + (graph == .vgg16Magic ? ["classifier.6.0"] : [])
        var (result, width): ([StagedNetwork.HeadLayer], Int) = ([], inputs)
        for name in hidden {
            let linear = try layers.linear(name, inputs: width)
            result.append(.init(linear: linear, activation: .relu))
            width = linear.outputs
        }
        let last = graph == .vgg16Magic ? "classifier.6.3" : "classifier.6"
        return result + [try layers.head(last, inputs: width)]
    }
}
