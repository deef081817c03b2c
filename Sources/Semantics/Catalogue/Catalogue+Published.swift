extension Catalogue {
    /// The published skin-lesion classifiers whose files a user may have, each with its authors' treatment of images.
    static let publishedNetworks: [NetworkDefinition] = [
        melaNet, deepGuide, skinLesionDenseNet, patchLesion, dermDiT,
    ]

    /// Zunair and Ben Hamza 2020 (github hasibzunair/adversarial-lesions): VGG-16, 256 pixels, area interpolation.
    private static let melaNet: NetworkDefinition = {
        let origin = "MelaNet"
        let settings =
            [
                NetworkSetting("input", [.integer(256)], from: origin),
                NetworkSetting("resize", words("stretch area u8"), from: origin),
                NetworkSetting("scale", [.integer(255)], from: origin),
                NetworkSetting("mean", [.word("none")], from: origin),
            ] + decision(origin, classes: ["benign", "malignant"], positive: "malignant")
        return NetworkDefinition(
            name: "MelaNet", title: "VGG-16 with global average pooling (Zunair and Ben Hamza 2020)",
            contracts: [
                .init(format: .keras, graph: "keras", settings: settings),
                .init(format: .tensors, graph: "vgg16-gap", settings: settings),
            ],
            profiles: [
                .init(name: "paper", changes: []),
                // The authors' web demonstration: red alone, and OpenCV's bilinear kernel on floats.
                .init(
                    name: "demo",
                    changes: [
                        NetworkSetting("decode", [.word("red")], from: "MelaNet, profile demo"),
                        NetworkSetting(
                            "resize", words("stretch bilinear f32"), from: "MelaNet, profile demo"),
                    ]),
            ])
    }()

    /// Mallya and Hamarneh 2022 (github mayurmallya/DeepGuide): a two-image Inception v3 of Derm7pt, here with the
    /// dermoscopic image alone. The other image is grey: 0 behind the scaling to -1...1.
    private static let deepGuide: NetworkDefinition = {
        let origin = "DeepGuide"
        let others = ["input_2_clinic", "aux_input", "aux_input_derm", "aux_input_clinic"]
        let fixed = Value.record(others.map { Value.Field(name: $0, value: .integer(0)) })
        let ones = Value.set([.integer(1), .integer(1), .integer(1)])
        let settings =
            [
                NetworkSetting("input", [.integer(512)], from: origin),
                NetworkSetting("resize", words("stretch bicubic antialias u8"), from: origin),
                NetworkSetting("scale", [.number(127.5)], from: origin),
                NetworkSetting("mean", [ones], from: origin),
                NetworkSetting("std", [ones], from: origin),
                NetworkSetting("image", [.string("input_1_derm")], from: origin),
                NetworkSetting("fixed", [fixed], from: origin),
                NetworkSetting("head", [.string("DIAG_derm")], from: origin),
                NetworkSetting("activation", [.word("none")], from: origin),
            ] + decision(origin, classes: ["BCC", "NEV", "MEL", "MISC", "SK"], positive: "MEL")
        return NetworkDefinition(
            name: "DeepGuide", title: "Inception v3 on two images (Mallya and Hamarneh 2022)",
            contracts: [.init(format: .keras, graph: "keras", settings: settings)])
    }()

    /// DenseNet-201 on ISIC, whose files exist in two families; what its scores mean, the user must say.
    private static let skinLesionDenseNet: NetworkDefinition = {
        let origin = "SkinLesionDensenet"
        let shared = [
            NetworkSetting("input", [.integer(224)], from: origin),
            NetworkSetting("scale", [.integer(255)], from: origin),
            NetworkSetting("mean", [.word("imagenet")], from: origin),
        ]
        let cropped = NetworkSetting(
            "resize",
            [.word("short"), .integer(256), .word("crop"), .integer(224)] + words("bilinear antialias u8"),
            from: origin)
        let stretched = NetworkSetting("resize", words("stretch bilinear f32"), from: origin)
        return NetworkDefinition(
            name: "SkinLesionDensenet", title: "DenseNet-201, trained on ISIC images",
            contracts: [
                .init(format: .tensors, graph: "densenet201", settings: shared + [cropped]),
                .init(format: .keras, graph: "keras", settings: shared + [stretched]),
            ])
    }()

    /// Gessert et al. 2019: nine crops of an image of 600 x 450 pixels, without ImageNet's constants.
    private static let patchLesion: NetworkDefinition = {
        let origin = "PatchLesion"
        let classes = ["MEL", "NV", "BCC", "AKIEC", "BKL", "DF", "VASC"]
        let settings =
            [
                NetworkSetting("input", [.integer(600), .integer(450)], from: origin),
                NetworkSetting("resize", words("stretch bilinear antialias u8"), from: origin),
                NetworkSetting("scale", [.integer(255)], from: origin),
                NetworkSetting("mean", [.word("none")], from: origin),
                NetworkSetting("activation", [.word("softmax")], from: origin),
            ] + decision(origin, classes: classes, positive: "MEL")
        return NetworkDefinition(
            name: "PatchLesion", title: "DenseNet-121 on nine crops with attention (Gessert et al. 2019)",
            contracts: [.init(format: .tensors, graph: "patch-lesion", settings: settings)])
    }()

    /// DermDiT's judge of benign and malignant: an encoder and a head of one score, each in a file of its own. Its authors
    /// round the probability half to even, so one half is benign: malignant must beat benign.
    private static let dermDiT: NetworkDefinition = {
        let origin = "DermDiTResNeXt"
        let settings = [
            NetworkSetting("input", [.integer(256)], from: origin),
            NetworkSetting("resize", words("stretch bilinear u8"), from: origin),
            NetworkSetting("scale", [.integer(255)], from: origin),
            NetworkSetting("mean", [.word("imagenet")], from: origin),
            NetworkSetting("activation", [.word("sigmoid")], from: origin),
            NetworkSetting("classes", [.set([.string("malignant")])], from: origin),
            NetworkSetting("positive", [.string("malignant")], from: origin),
            NetworkSetting("threshold", [.word("argmax")], from: origin),
        ]
        return NetworkDefinition(
            name: "DermDiTResNeXt", title: "ResNeXt-101 32x8d with a head of one score, as DermDiT's",
            contracts: [.init(format: .tensors, graph: "resnext101-dermdit", settings: settings)], files: 2)
    }()

    /// The classes, and the most probable one decides.
    private static func decision(
        _ origin: String, classes: [String], positive: String
    ) -> [NetworkSetting] {
        [
            NetworkSetting("classes", [.set(classes.map { .string($0) })], from: origin),
            NetworkSetting("positive", [.string(positive)], from: origin),
            NetworkSetting("threshold", [.word("argmax")], from: origin),
        ]
    }

    /// The words of a phrase.
    private static func words(_ text: String) -> [Value] {
        text.split(separator: " ").map { .word(String($0)) }
    }
}
