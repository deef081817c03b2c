import Weights

/// The names that the libraries give an Inception v3.
extension InceptionV3 {
    /// By library; networks are built by torchvision's names, which timm, pretrainedmodels and pytorch-fid have too.
    static let schemes: [NameScheme] = [
        NameScheme(
            .torchvision, landmarks: ["Conv2d_1a_3x3.conv.weight"], rules: [NameRule("last_linear.*", "fc.*")]
        ),
        NameScheme(.keras, landmarks: [93, 187, 281].map { "conv2d_\($0).weight" }, rename: keras),
    ]

    /// The convolutions in the order in which Keras makes them.
    private static let made: [String] = {
        let stem = ["Conv2d_1a_3x3", "Conv2d_2a_3x3", "Conv2d_2b_3x3", "Conv2d_3b_1x1", "Conv2d_4a_3x3"]
        let double = (1...3).map { "branch3x3dbl_\($0)" }
        let blockA = ["branch1x1", "branch5x5_1", "branch5x5_2"] + double + ["branch_pool"]
        let blockC =
            ["branch1x1"] + (1...3).map { "branch7x7_\($0)" } + (1...5).map { "branch7x7dbl_\($0)" }
            + ["branch_pool"]
        let blockD = ["branch3x3_1", "branch3x3_2"] + (1...4).map { "branch7x7x3_\($0)" }
        let blockE = [
            "branch1x1", "branch3x3_1", "branch3x3_2a", "branch3x3_2b", "branch3x3dbl_1", "branch3x3dbl_2",
            "branch3x3dbl_3a", "branch3x3dbl_3b", "branch_pool",
        ]
        var names = stem
        let blocks: [(prefix: String, letters: String, parts: [String])] = [
            ("Mixed_5", "bcd", blockA), ("Mixed_6", "a", ["branch3x3"] + double), ("Mixed_6", "bcde", blockC),
            ("Mixed_7", "a", blockD), ("Mixed_7", "bc", blockE),
        ]
        for block in blocks {
            for letter in block.letters { names += block.parts.map { "\(block.prefix)\(letter).\($0)" } }
        }
        return names
    }()

    /// Convolutions and norms have no names of their own, but are numbered in the order in which they were made.
    private static func keras(_ source: any WeightSource) -> [String: String] {
        var table: [String: String] = [:]
        for (prefix, part) in [("conv2d", "conv"), ("batch_normalization", "bn")] {
            let layers = KerasWeights.counted(prefix, in: source)
            for (layer, name) in zip(layers, made) {
                InvertedResidualNames.add(source, layer, as: "\(name).\(part)", to: &table)
            }
        }
        KerasWeights.addHead(source, as: "fc", to: &table)
        return table
    }
}
