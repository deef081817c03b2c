import Weights

/// The names that the libraries give a MobileNetV3.
extension MobileNetV3 {
    /// By library; networks are built by torchvision's names.
    static let schemes: [NameScheme] = [
        NameScheme(.torchvision, landmarks: ["features.1.block.0.0.weight"]),
        NameScheme(.timm, landmarks: ["conv_stem.weight"], rename: timm),
    ]

    /// The last stage of timm is one convolution, which torchvision has outside the blocks.
    private static func timm(_ source: any WeightSource) -> [String: String] {
        var (table, number): ([String: String], Int) = ([:], 1)
        InvertedResidualNames.add(source, "conv_stem", as: "features.0.0", to: &table)
        InvertedResidualNames.add(source, "bn1", as: "features.0.1", to: &table)
        for (stage, blocks) in InvertedResidualNames.timmBlocks(of: source).enumerated() {
            for (index, parts) in blocks.enumerated() {
                let isLast = parts.count == 1
                let prefix = "blocks.\(stage).\(index)."
                if isLast {
                    InvertedResidualNames.add(source, prefix + "conv", as: "features.\(number).0", to: &table)
                    InvertedResidualNames.add(source, prefix + "bn1", as: "features.\(number).1", to: &table)
                } else {
                    InvertedResidualNames.add(
                        parts, of: source, prefix, as: "features.\(number).block", to: &table)
                }
                number += 1
            }
        }
        InvertedResidualNames.add(source, "conv_head", as: "classifier.0", to: &table)
        InvertedResidualNames.add(source, "classifier", as: "classifier.3", to: &table)
        return table
    }
}

/// The names that the libraries give a MobileNetV2.
extension MobileNetV2 {
    /// By library; networks are built by torchvision's names.
    static let schemes: [NameScheme] = [
        NameScheme(
            .torchvision, landmarks: ["features.1.conv.0.0.weight"],
            rules: [
                NameRule("classifier.weight", "classifier.1.weight"),
                NameRule("classifier.bias", "classifier.1.bias"),
            ]),
        NameScheme(.timm, landmarks: ["conv_stem.weight"], rename: timm),
        NameScheme(.keras, landmarks: ["expanded_conv_depthwise.weight"], rename: keras),
    ]

    private static func timm(_ source: any WeightSource) -> [String: String] {
        var (table, number): ([String: String], Int) = ([:], 1)
        for (stage, blocks) in InvertedResidualNames.timmBlocks(of: source).enumerated() {
            for (index, parts) in blocks.enumerated() {
                InvertedResidualNames.add(
                    parts, of: source, "blocks.\(stage).\(index).", as: "features.\(number).conv",
                    plainLast: true, to: &table)
                number += 1
            }
        }
        addOutside(
            source, [("conv_stem", "bn1"), ("conv_head", "bn2")], last: number, head: "classifier", to: &table
        )
        return table
    }

    private static let kerasParts: [InvertedResidualNames.Part] = [
        .convolution("expand", norm: "expand_BN"), .convolution("depthwise", norm: "depthwise_BN"),
        .convolution("project", norm: "project_BN"),
    ]

    private static func keras(_ source: any WeightSource) -> [String: String] {
        var (table, number): ([String: String], Int) = ([:], 1)
        while number < 64 {
            let prefix = number == 1 ? "expanded_conv_" : "block_\(number - 1)_"
            let kinds = [kerasParts, Array(kerasParts.dropFirst())]
            guard let parts = InvertedResidualNames.parts(of: source, prefix, kinds: kinds) else { break }
            InvertedResidualNames.add(
                parts, of: source, prefix, as: "features.\(number).conv", plainLast: true, to: &table)
            number += 1
        }
        addOutside(
            source, [("Conv1", "bn_Conv1"), ("Conv_1", "Conv_1_bn")], last: number, head: nil, to: &table)
        KerasWeights.addHead(source, as: "classifier", to: &table)
        return table
    }

    private static func addOutside(
        _ source: any WeightSource, _ layers: [(layer: String, norm: String)], last: Int, head: String?,
        to table: inout [String: String]
    ) {
        for (name, part) in zip(["features.0", "features.\(last)"], layers) {
            InvertedResidualNames.add(source, part.layer, as: name + ".0", to: &table)
            InvertedResidualNames.add(source, part.norm, as: name + ".1", to: &table)
        }
        if let head { InvertedResidualNames.add(source, head, as: "classifier.1", to: &table) }
    }
}
