/// The names that the libraries give a DenseNet.
extension DenseNet {
    /// By library; networks are built by torchvision's names, which timm has too.
    static let schemes: [NameScheme] = [
        NameScheme(
            .torchvision, landmarks: ["features.conv0.weight"],
            rules: [
                // The ImageNet originals.
                NameRule(
                    "features.denseblock#.denselayer#.norm.#.*", "features.denseblock#.denselayer#.norm#.*"),
                NameRule(
                    "features.denseblock#.denselayer#.conv.#.*", "features.denseblock#.denselayer#.conv#.*"),
                NameRule("last_linear.*", "classifier.*"),
            ]),
        NameScheme(.keras, landmarks: ["pool2_conv.weight"], rules: keras),
    ]

    /// Keras counts blocks from 2, as the transitions behind them, and calls the norm before a layer 0.
    private static let keras: [NameRule] = [
        NameRule("conv1_conv.*", "features.conv0.*"), NameRule("conv1_bn.*", "features.norm0.*"),
        NameRule("conv#_block#_0_bn.*", "features.denseblock#-1.denselayer#.norm1.*"),
        NameRule("conv#_block#_1_bn.*", "features.denseblock#-1.denselayer#.norm2.*"),
        NameRule("conv#_block#_#_conv.*", "features.denseblock#-1.denselayer#.conv#.*"),
        NameRule("pool#_bn.*", "features.transition#-1.norm.*"),
        NameRule("pool#_conv.*", "features.transition#-1.conv.*"), NameRule("bn.*", "features.norm5.*"),
        NameRule("predictions.*", "classifier.*"), NameRule("dense.*", "classifier.0.*"),
        NameRule("dense_#.*", "classifier.#.*"),
    ]
}
