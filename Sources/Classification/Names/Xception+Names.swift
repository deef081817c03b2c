import Weights

/// The names that the libraries give an Xception.
extension Xception {
    /// By library; networks are built by timm's names.
    static let schemes: [NameScheme] = [
        NameScheme(.timm, landmarks: ["block1.rep.0.conv1.weight"]),
        NameScheme(.keras, landmarks: ["block2_sepconv1.depthwise.weight"], rename: keras),
    ]

    private static let rules: [NameRule] = [
        NameRule("block1_conv#.*", "conv#.*"), NameRule("block1_conv#_bn.*", "bn#.*"),
        NameRule("block14_sepconv1.depthwise.*", "conv3.conv1.*"),
        NameRule("block14_sepconv1.pointwise.*", "conv3.pointwise.*"),
        NameRule("block14_sepconv2.depthwise.*", "conv4.conv1.*"),
        NameRule("block14_sepconv2.pointwise.*", "conv4.pointwise.*"),
        NameRule("block14_sepconv1_bn.*", "bn3.*"), NameRule("block14_sepconv2_bn.*", "bn4.*"),
        NameRule("predictions.*", "fc.*"), NameRule("dense.*", "fc.0.*"), NameRule("dense_#.*", "fc.#.*"),
    ]

    /// The separable convolutions of a block stand at 0 and 3 in the first one, at 1, 4 and 7 in the others; the
    /// convolutions of the shortcuts have no names of their own, and are told by their order.
    private static func keras(_ source: any WeightSource) -> [String: String] {
        var table: [String: String] = [:]
        let block = NamePattern("block#_sepconv#.*")
        let norm = NamePattern("block#_sepconv#_bn.*")
        for name in source.names {
            if let new = rules.lazy.compactMap({ $0(name) }).first {
                table[new] = name
            } else if let match = block.match(name) ?? norm.match(name) {
                let (number, position) = (match.numbers[0] - 1, match.numbers[1])
                let place = 3 * (position - 1) + (number == 1 ? 0 : 1) + (name.contains("_bn.") ? 1 : 0)
                let rest = match.rest.replacing("depthwise.", with: "conv1.")
                table["block\(number).rep.\(place).\(rest)"] = name
            }
        }
        for (prefix, part) in [("conv2d", "skip"), ("batch_normalization", "skipbn")] {
            for (layer, block) in zip(KerasWeights.counted(prefix, in: source), [1, 2, 3, 12]) {
                for name in source.names where name.hasPrefix(layer + ".") {
                    table["block\(block).\(part)" + name.dropFirst(layer.count)] = name
                }
            }
        }
        return table
    }
}
