/// The names that the libraries give a ResNet or ResNeXt.
extension ResNet {
    /// By library; networks are built by torchvision's names, which timm has too.
    static let schemes: [NameScheme] = [
        NameScheme(
            .torchvision, landmarks: ["layer1.0.conv1.weight"], rules: [NameRule("last_linear.*", "fc.*")]),
        NameScheme(
            .transformers,
            landmarks: [
                "resnet.embedder.embedder.convolution.weight", "embedder.embedder.convolution.weight",
            ], prefixes: ["resnet."], rules: transformers),
        NameScheme(
            .keras, landmarks: ["conv2_block1_3_conv.weight"], rules: keras),
    ]

    private static let transformers: [NameRule] = [
        NameRule("embedder.embedder.convolution.*", "conv1.*"),
        NameRule("embedder.embedder.normalization.*", "bn1.*"),
        NameRule(
            "encoder.stages.#.layers.#.layer.#.convolution.*", "layer#+1.#.conv#+1.*"),
        NameRule(
            "encoder.stages.#.layers.#.layer.#.normalization.*", "layer#+1.#.bn#+1.*"),
        NameRule(
            "encoder.stages.#.layers.#.shortcut.convolution.*", "layer#+1.#.downsample.0.*"),
        NameRule(
            "encoder.stages.#.layers.#.shortcut.normalization.*", "layer#+1.#.downsample.1.*"),
        NameRule("classifier.1.*", "fc.*"),
    ]

    /// Keras counts levels from 2 and blocks from 1; its number 0 is the shortcut.
    private static let keras: [NameRule] = [
        NameRule("conv1_conv.*", "conv1.*"), NameRule("conv1_bn.*", "bn1.*"),
        NameRule("conv#_block#_0_conv.*", "layer#-1.#-1.downsample.0.*"),
        NameRule("conv#_block#_0_bn.*", "layer#-1.#-1.downsample.1.*"),
        NameRule("conv#_block#_#_conv.*", "layer#-1.#-1.conv#.*"),
        NameRule("conv#_block#_#_bn.*", "layer#-1.#-1.bn#.*"),
        NameRule("predictions.*", "fc.*"), NameRule("dense.*", "fc.0.*"), NameRule("dense_#.*", "fc.#.*"),
    ]
}
