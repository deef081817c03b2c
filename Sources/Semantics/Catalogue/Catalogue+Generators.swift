extension Catalogue {
    /// The sources of images of this version.
    package static let standardGenerators: [GeneratorDefinition] = [
        GeneratorDefinition(
            kind: .phantom, title: "the procedural renderer of drawn lesions, with known truth",
            takesWeights: false,
            isPhantom: true, attributes: ["sex", "age", "fst", "diagnosis", "site"],
            learnedFrom: nil,
            options: [
                OptionDefinition(
                    "size", [.integer(32...512)], defaults: [.integer(128)], "the side of an image, in pixels"
                ),
                OptionDefinition(
                    "style", [.word(["isic", "ham"])], defaults: [.word("isic")], "the look of the images"),
            ]),
        GeneratorDefinition(
            kind: .phantomDiT, title: "the embedded diffusion transformer, trained on drawn lesions",
            takesWeights: false, isPhantom: true, attributes: ["sex", "age", "fst", "diagnosis"],
            learnedFrom: isicRenders, options: samplerOptions(steps: 50, guidance: 2.25, channels: "all"),
            imageSide: 128),
        GeneratorDefinition(
            kind: .lightningDiT, title: "a LightningDiT checkpoint of yours", takesWeights: true,
            isPhantom: false,
            attributes: ["sex", "age", "fst", "diagnosis", "site", "size"],
            learnedFrom: nil, options: fileOptions + samplerOptions(steps: 250, guidance: 10)),
    ]

    /// The renders that most embedded models were trained on (stdlib/models/phantom/MODEL_CARD.md).
    static let isicRenders = "drawn lesions of style `isic`"

    private static let fileOptions: [OptionDefinition] = [
        OptionDefinition("vae", [.inputFile], "the autoencoder's weights"),
        OptionDefinition("text", [.inputFile], "the text tower's weights"),
        OptionDefinition("stats", [.inputFile], "the latents' mean and deviation"),
        OptionDefinition(
            "size", [.integer(16...1024)],
            "the side of an image, in pixels: a check, for a network makes one size only"),
    ]

    /// The options of the flow sampler; defaults of shift and interval as LightningDiT publishes them.
    private static func samplerOptions(
        steps: Int, guidance: Double, channels: String = "three"
    ) -> [OptionDefinition] {
        [
            OptionDefinition(
                "steps", [.integer(2...10_000)], defaults: [.integer(steps)],
                "points of the grid of times; one Euler step less"),
            OptionDefinition(
                "guidance", [.number(1...100)], defaults: [.number(guidance)],
                "the weight of the prompt; 1 is without guidance"),
            OptionDefinition(
                "shift", [.number(0.01...100)], defaults: [.number(0.3)], "the shift of the grid of times"),
            OptionDefinition(
                "interval", [.share], defaults: [.number(0.11)], "the time before which guidance is off"),
            OptionDefinition(
                "channels", [.word(["three", "all"])], defaults: [.word(channels)],
                "whether guidance acts on three latent channels, as published, or on all", leading: "guidance"
            ),
        ]
    }
}
