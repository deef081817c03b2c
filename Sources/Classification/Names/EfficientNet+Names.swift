import Weights

/// The names that the libraries give an EfficientNet.
extension EfficientNet {
    /// By library; networks are built by torchvision's names.
    static let schemes: [NameScheme] = [
        NameScheme(.torchvision, landmarks: ["features.1.0.block.0.0.weight"], rules: heads),
        NameScheme(.timm, landmarks: ["conv_stem.weight"], rename: timm),
        NameScheme(.efficientNetPyTorch, landmarks: ["_conv_stem.weight"]) { source in
            flat(
                source, kinds: InvertedResidualNames.efficientNetPyTorch, block: { "_blocks.\($0)." },
                outside: [
                    ("_conv_stem", "_bn0"), ("_conv_head", "_bn1"), ("_fc", ""),
                ])
        },
        NameScheme(
            .transformers,
            landmarks: ["efficientnet.embeddings.convolution.weight", "embeddings.convolution.weight"]
        ) { source in
            let prefix = source.has("efficientnet.embeddings.convolution.weight") ? "efficientnet." : ""
            return flat(
                source, kinds: InvertedResidualNames.transformers,
                block: { "\(prefix)encoder.blocks.\($0)." },
                outside: [
                    (prefix + "embeddings.convolution", prefix + "embeddings.batchnorm"),
                    (prefix + "encoder.top_conv", prefix + "encoder.top_bn"), ("classifier", ""),
                ])
        },
        NameScheme(.keras, landmarks: ["block1a_project_conv.weight"], rename: keras),
    ]

    private static let heads = [
        NameRule("classifier.weight", "classifier.1.weight"),
        NameRule("classifier.bias", "classifier.1.bias"),
    ]

    private static func timm(_ source: any WeightSource) -> [String: String] {
        var table: [String: String] = [:]
        let stages = InvertedResidualNames.timmBlocks(of: source)
        for (stage, blocks) in stages.enumerated() {
            for (index, parts) in blocks.enumerated() {
                InvertedResidualNames.add(
                    parts, of: source, "blocks.\(stage).\(index).",
                    as: "features.\(stage + 1).\(index).block",
                    to: &table)
            }
        }
        addOutside(
            source, [("conv_stem", "bn1"), ("conv_head", "bn2"), ("classifier", "")], stages: stages.count,
            to: &table)
        return table
    }

    /// Names in which blocks are counted through all stages.
    private static func flat(
        _ source: any WeightSource, kinds: [[InvertedResidualNames.Part]], block: (Int) -> String,
        outside: [(layer: String, norm: String)]
    ) -> [String: String] {
        var parts: [[InvertedResidualNames.Part]] = []
        while parts.count < 512,
            let next = InvertedResidualNames.parts(of: source, block(parts.count), kinds: kinds)
        {
            parts.append(next)
        }
        let depths = depths.values.first { $0.reduce(0, +) == parts.count } ?? [parts.count]
        var (table, first): ([String: String], Int) = ([:], 0)
        for (stage, depth) in depths.enumerated() {
            for index in 0..<depth {
                InvertedResidualNames.add(
                    parts[first + index], of: source, block(first + index),
                    as: "features.\(stage + 1).\(index).block", to: &table)
            }
            first += depth
        }
        addOutside(source, outside, stages: depths.count, to: &table)
        return table
    }

    /// Blocks are called `block1a`, `block2a`, `block2b`...
    private static func keras(_ source: any WeightSource) -> [String: String] {
        var (table, stage): ([String: String], Int) = ([:], 0)
        while stage < 16 {
            let letters = (UInt8(ascii: "a")...UInt8(ascii: "z")).map { String(UnicodeScalar($0)) }
            var count = 0
            for (index, letter) in letters.enumerated() {
                let prefix = "block\(stage + 1)\(letter)_"
                guard
                    let parts = InvertedResidualNames.parts(
                        of: source, prefix, kinds: InvertedResidualNames.keras)
                else { break }
                InvertedResidualNames.add(
                    parts, of: source, prefix, as: "features.\(stage + 1).\(index).block", to: &table)
                count += 1
            }
            if count == 0 { break }
            stage += 1
        }
        addOutside(source, [("stem_conv", "stem_bn"), ("top_conv", "top_bn")], stages: stage, to: &table)
        KerasWeights.addHead(source, as: "classifier", to: &table)
        return table
    }

    /// The stem, the last convolution and the head.
    private static func addOutside(
        _ source: any WeightSource, _ layers: [(layer: String, norm: String)], stages: Int,
        to table: inout [String: String]
    ) {
        for (name, part) in zip(["features.0", "features.\(stages + 1)"], layers) {
            InvertedResidualNames.add(source, part.layer, as: name + ".0", to: &table)
            InvertedResidualNames.add(source, part.norm, as: name + ".1", to: &table)
        }
        if layers.count > 2 {
            InvertedResidualNames.add(source, layers[2].layer, as: "classifier.1", to: &table)
        }
    }
}
